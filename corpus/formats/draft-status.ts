const DRAFT =
  /^(?:draft|drafts|private|hidden|unpublished|unlisted|archived|archive|trash|pending|future|scheduled|internal|inactive|deleted|auto-draft|inherit|entwurf|brouillon|borrador|bozza|rascunho|concept|no|false|0)$/i;

/** Whether a field of an export says that a text is not for readers. */
export function isDraftStatus(status: string | undefined): boolean {
  return status !== undefined && DRAFT.test(status.trim());
}
