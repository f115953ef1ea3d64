/** What stands on pages beside what they say: pointers to other pages, notes of editors, badges, lists of links. */

/** So much of a sentence is looked at. */
const LOOKED_AT_CHARS = 200;
const POINTER_MAX_WORDS = 32;

/** Sends the reader elsewhere: a quotation has its source beside it. */
const POINTER =
  /^(?:you|we) (?:can|may|will|['’]?ll) (?:also )?(?:find|see|read|learn|download)(?!\p{L}).{0,140}(?:(?<!\p{L})here\.?$|(?<!\p{L})in the (?:next|following|previous|last) (?:chapters?|sections?|pages?|articles?|parts?))|^\(?(?:(?:and |also,? ){0,2}|you (?:can|may|might want to) (?:also )?|we (?:suggest|recommend) (?:that )?you )(?:(?:please |also |be sure to |make sure to )?(?:see|refer|read|check out|consult|have a look|take a look|head (?:over )?to|jump to|go (?:back )?to)(?![\p{L}\p{N}]).{0,160}(?<!\p{L})(?:for|guide|docs?|documentation|pages?|sections?|articles?|chapters?|reference|post|tutorial|readme|details|information|above|below|here|also|requirements|recipe|configs?|policy|more)(?!\p{L})|(?:(?:please )?see also|also see|see how to)(?!\p{L})[^,;:]{1,60}\.?\)?$|(?:to )?(?:learn|find out|find|read) (?:more|further)(?!\p{L})|(?:to learn more|for (?:more |further |additional |detailed |full |complete |other )?(?:(?:in-depth|technical|practical|advanced|general|reference|background) )?(?:information|info|details?|examples?|help|guidance|documentation|instructions|context|reading|resources|on|about))(?!\p{L}).{0,140}(?<!\p{L})(?:see|refer|read|check|visit|consult|look|page|section|guide|docs?|documentation)(?!\p{L})|more (?:information|details)(?!\p{L})|main article|the docs about)|^(?:weitere informationen|mehr (?:dazu|informationen)|siehe(?: auch)?(?!\p{L})|más información|véase|ver también|pour (?:en savoir plus|plus d['’]informations)|voir aussi|per (?:saperne di più|maggiori informazioni)|vedi anche|para (?:saber mais|mais informações)|veja também|meer informatie|zie ook)/iu;

/** What it holds may be what was asked for. */
const HOLDS_FACT = /\d|@|www\.|https?:/u;

export function isPointer(sentence: string): boolean {
  const text = sentence.slice(0, LOOKED_AT_CHARS);
  return !HOLDS_FACT.test(text) && POINTER.test(text) && sentence.split(/\s+/).length <= POINTER_MAX_WORDS;
}

/** Written about the page, not by it. */
const EDIT_NOTE =
  /^(?:(?:edit|improve|print|share|star|fork) this (?:page|article|project|repo)|related issues?(?:\(s\))?:|last (?:updated?|modified|edited|reviewed|changed)(?!\p{L})|(?:this )?page (?:was )?last|was this (?:page|article|section) (?:helpful|useful)|did you find this|view (?:page )?source|report (?:an issue|a problem) with this|skip to (?:main )?content|back to (?:the )?top|\d{1,2} min(?:ute)?s? read|diese seite bearbeiten|zuletzt (?:aktualisiert|geändert|bearbeitet)|editar esta página|última (?:actualización|atualização|modificación)|modifier cette page|dernière (?:mise à jour|modification)|modifica questa pagina|ultim[oa] (?:aggiornamento|modifica)|deze pagina bewerken|laatst (?:bijgewerkt|gewijzigd))/iu;

export function isEditNote(text: string): boolean {
  return EDIT_NOTE.test(text.slice(0, LOOKED_AT_CHARS));
}

/** No word in it, but a face that smiles. */
export function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** Nothing but addresses, which a quotation can't open. */
export function isAddressesOnly(items: readonly string[]): boolean {
  return items.every((item) => /^\s*<?(?:https?:\/\/|www\.)\S+\s*$/iu.test(item));
}

/** The words of images that say how a project fares. */
const BADGES =
  /^(?:(?:build|ci|tests?|coverage|codecov|npm|pypi|crates\.io|docs?|licen[cs]e|downloads?|version|release|discord|chat|maintenance|status|passing|failing|badge|github|actions|workflow|package|latest|mit|v?\d+(?:\.\d+)*%?)[\s:|·-]*){2,12}$/iu;

export function isBadge(text: string): boolean {
  return (
    text.length < 120 &&
    /(?:build|ci|coverage|npm|pypi|badge|status|passing|downloads)/iu.test(text) &&
    BADGES.test(text)
  );
}

/** Above lists of links. */
const LINKS_BELOW =
  /^(?:see also|also see|related(?: (?:articles?|pages?|links?|topics?|content|reading|guides?|docs|rules))?|further reading|read (?:more|next)|learn more|next steps?|more (?:information|resources|reading)|useful links|external links|resources|on this page|(?:table of )?contents|in this (?:article|section|page|guide|chapter|document)|what['’]?s next|siehe auch|weiterführende links|inhalt|auf dieser seite|véase también|enlaces|en esta página|contenido|voir aussi|liens|sur cette page|sommaire|vedi anche|in questa pagina|indice|veja também|nesta página|zie ook|op deze pagina|inhoud)[\s:：.…]*$/iu;

export function announcesLinks(text: string): boolean {
  return LINKS_BELOW.test(
    text
      .trim()
      .slice(0, LOOKED_AT_CHARS)
      .replace(/^[–—] /, ""),
  );
}

/** Below a picture that is not quoted. */
const CAPTION =
  /^(?:an? |the )?(?:example|screenshot|screen ?shot|illustration|image|photo(?:graph)?|picture|figure|fig\.|diagram|gif|abbildung|bildschirmfoto|captura|capture d['’]écran|schermata|schermafbeelding)(?: \d{1,3})?(?:\.| of | showing |: | when )/iu;

/** Of a paragraph that no mark closes. */
export function isCaption(text: string): boolean {
  return CAPTION.test(text.slice(0, LOOKED_AT_CHARS));
}

/** So much of a caption stands in the sentence before it: the picture shows what that says. */
const ECHO_SHARE = 0.66;
const ECHO_MIN_WORDS = 2;
/** Words are the same where they begin alike. */
const ECHO_LETTERS = 5;

/** Whether a paragraph that no mark closes says again what was said before it. */
export function echoes(text: string, before: string): boolean {
  const stemsOf = (of: string): string[] =>
    (of.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, ECHO_LETTERS));
  const words = stemsOf(text);
  const said = new Set(stemsOf(before));
  return (
    words.length >= ECHO_MIN_WORDS &&
    words.filter((word) => said.has(word)).length >= words.length * ECHO_SHARE
  );
}

/**
 * Begins in the middle of a thought: with what joins it to the sentence before, or a pronoun for something there. No
 * "it is possible to", "this page": those stand alone.
 */
const IN_MID_THOUGHT =
  /^(?:(?:its|their|them|his|her|such|however|therefore|thus|hence|otherwise|instead(?! of)|then|also|but|and|both|similarly|specifically|likewise|conversely|consequently|accordingly|additionally|furthermore|moreover|nevertheless|nonetheless|meanwhile|afterwards?|alternatively|either way|now(?:,| (?:you|that|let))|they|he|she|so(?! (?:that|far|you can))|it(?!(?:['’]s| is| may be| can be| was)? (?:also )?(?:possible|recommended|important|necessary|best|worth|easy|advisable|depends|takes|costs))|(?:this|that|these|those)(?! (?:page|guide|section|document|article|chapter|tutorial|site|website|handbook|policy|privacy|days|terms|conditions))|in (?:this|that|these|those|such|addition|contrast|comparison|turn|other words|both|the meantime)(?! (?:page|guide|section|document|article|chapter|tutorial))|on the other hand|as (?:such|a result|mentioned|before)|fore? (?:this|that|these|example|instance)|because of (?:this|that)|after (?:this|that)|with (?:this|that|these)|by doing (?:so|this)|if (?:so|not)|the (?:same|latter|former|above)|dies(?:e[rsmn]?)?|jedoch|außerdem|dabei|dadurch|daher|deshalb|dann|auch|aber|und|sin embargo|además|también|por es[oa]|pero|entonces|esto|estos|estas|cela|ces|ceci|cependant|toutefois|de plus|aussi|donc|mais|alors|quest[oaie]|inoltre|tuttavia|però|anche|quindi|ma|isto|isso|ess[ea]s?|no entanto|além disso|também|mas|então|dit|deze|echter|daarom|ook|maar|dus|daarnaast)(?![\p{L}\p{N}'’]))/iu;

/** What goes on with a sentence that stands above code or a list. */
const GOES_ON = /^(?:and|or|but|because|which|where|when|while|then|with|as|und|oder|weil|y|et|e|en) /u;

export function isInMidThought(text: string): boolean {
  const seen = text.slice(0, LOOKED_AT_CHARS).replace(/^[("“„«]+/u, "");
  return IN_MID_THOUGHT.test(seen) || GOES_ON.test(seen);
}

/** Says what must not be done: what stands below it means the contrary without it. */
const FORBIDS =
  /^\W{0,3}(?:(?:please |you (?:must|may|should|can) )?(?:do not|don['’]?ts?|never|avoid|cannot|can['’]?t|must not|should not|may not|not allowed|forbidden|prohibited)|what (?:not to|you (?:can['’]?t|cannot|must not|may not))|(?:not|no longer) (?:included|covered|supported|accepted|allowed|permitted)|without|exclu(?:des|sions?|ded)|exceptions?|nicht|kein|verboten|was nicht|no (?:se )?(?:permite|incluye|hacer|haga|puede)|prohibido|ne (?:pas|faites)|interdit|non (?:compris|inclus|è|si)|vietato|não|proibido|niet|geen|verboden)(?!\p{L})/iu;

export function forbids(text: string): boolean {
  return FORBIDS.test(text.slice(0, LOOKED_AT_CHARS));
}
