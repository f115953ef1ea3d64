/**
 * Lets only addresses and telephone numbers stand in an answer that the pages, the visitor or the owner have: nobody
 * should write to a mailbox that a model made up. One that is made up becomes the pages' own where they have just one of
 * its kind; else the reader is told that it is missing. Code is left as it is, and so are hosts that stand for examples.
 */
import { contactsOf, isContactHeld, type Contact } from "../check/contact-problem.ts";
import { createCodeReader } from "./read-code.ts";
import type { TextStep } from "./tidy-reply.ts";

export interface KnownContactsOptions {
  /** BCP 47 base language of the answer. */
  language: string;
  /** All that the pages say, addresses of their links included. Asked for when first needed. */
  pages: () => string;
  /** What the visitor and the owner wrote. */
  others: () => string;
}

const MISSING: Readonly<Record<string, Readonly<Record<Contact["kind"], string>>>> = {
  en: {
    "e-mail": "(an e-mail address that our pages do not tell)",
    "web": "(a web address that our pages do not tell)",
    "phone": "(a telephone number that our pages do not tell)",
  },
  de: {
    "e-mail": "(eine E-Mail-Adresse, die unsere Seiten nicht nennen)",
    "web": "(eine Webadresse, die unsere Seiten nicht nennen)",
    "phone": "(eine Telefonnummer, die unsere Seiten nicht nennen)",
  },
  fr: {
    "e-mail": "(une adresse e-mail que nos pages n'indiquent pas)",
    "web": "(une adresse web que nos pages n'indiquent pas)",
    "phone": "(un numéro de téléphone que nos pages n'indiquent pas)",
  },
  es: {
    "e-mail": "(un correo electrónico que nuestras páginas no indican)",
    "web": "(una dirección web que nuestras páginas no indican)",
    "phone": "(un número de teléfono que nuestras páginas no indican)",
  },
  it: {
    "e-mail": "(un indirizzo e-mail che le nostre pagine non riportano)",
    "web": "(un indirizzo web che le nostre pagine non riportano)",
    "phone": "(un numero di telefono che le nostre pagine non riportano)",
  },
  pt: {
    "e-mail": "(um endereço de e-mail que as nossas páginas não indicam)",
    "web": "(um endereço web que as nossas páginas não indicam)",
    "phone": "(um número de telefone que as nossas páginas não indicam)",
  },
  nl: {
    "e-mail": "(een e-mailadres dat onze pagina's niet noemen)",
    "web": "(een webadres dat onze pagina's niet noemen)",
    "phone": "(een telefoonnummer dat onze pagina's niet noemen)",
  },
};

const TOKEN = /[^\s<>()[\]`"'|“”„«»]+/y;
const BEGINS = /[\p{L}\p{N}+(]/u;
const WITHIN = /[\p{L}\p{N}.@/+_-]$/u;
/** Endings of hosts that no file, product or abbreviation has. */
const HOST =
  /^(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:com|org|net|info|biz|edu|gov|eu|de|at|ch|fr|be|es|it|pt|nl|uk|ie|us|ca|au|br)(?:[/?#]\S{0,300})?$/;
/** What stands for a host in examples (RFC 2606, RFC 6761), and this machine. */
const EXAMPLE =
  /(?:^|[./@])(?:example\.(?:com|org|net|edu)|localhost|(?:[a-z0-9-]+\.)*(?:example|test|invalid|local|localhost))(?=$|[/:?#])|^(?:https?:\/\/)?(?:127\.|0\.0\.0\.0|192\.168\.|10\.)/i;
const PHONE_BEGINNING = /^(?:\+|\(?0|\(\d|\d{3}[ -])[\d ()/-]{0,26}$/;
const MAY_BECOME_PHONE = /^(?:\+|\()?\d{0,3}$/;
const MAX_TOKEN_CHARS = 300;

export function createKnownContacts({ language, pages, others }: KnownContactsOptions): TextStep {
  const readCode = createCodeReader();
  let held = "";
  let before = "\n";
  let own: string | undefined;
  let known: string | undefined;

  const isKnown = (contact: Pick<Contact, "kind" | "text">): boolean => {
    own ??= pages();
    known ??= `${own}\n${others()}`.replace(/\s+/g, " ").toLowerCase();
    if (contact.kind === "web") {
      const host = hostOf(contact.text);
      return EXAMPLE.test(contact.text) || host === "" || isContactHeld({ kind: "web", text: host }, known);
    }
    return EXAMPLE.test(contact.text) || isContactHeld(contact, known);
  };

  /** What stands in the place of one that nobody knows. */
  const instead = (kind: Contact["kind"]): string => {
    own ??= pages();
    if (kind !== "web") {
      const same = new Set(
        contactsOf(own)
          .filter((one) => one.kind === kind)
          .map(({ text }) => text),
      );
      const [only] = same;
      if (only !== undefined && same.size === 1) return only;
    }
    return (MISSING[language] ?? MISSING["en"])?.[kind] ?? "";
  };

  const contactAt = (text: string): Pick<Contact, "kind" | "text"> | undefined => {
    TOKEN.lastIndex = 0;
    const token = TOKEN.exec(text)?.[0] ?? "";
    const plain = token.replace(/[.,;:!?*_~…]+$/u, "");
    if (/@|:\/\/|^www\./i.test(token) || /^[+(\d]/.test(text)) {
      const found = contactsOf(text.slice(0, MAX_TOKEN_CHARS)).find(({ from }) => from === 0);
      if (found !== undefined) return found;
    }
    return HOST.test(plain) ? { kind: "web", text: plain } : undefined;
  };

  const step = (text: string, isEnd: boolean): { consumed: number; output: string } | "incomplete" => {
    const code = readCode(text, { isEnd, isAtLineStart: before.endsWith("\n") });
    if (code !== undefined) return code;
    const [first = ""] = text;
    if (!BEGINS.test(first) || WITHIN.test(before)) return { consumed: first.length, output: first };
    TOKEN.lastIndex = 0;
    const token = TOKEN.exec(text)?.[0] ?? first;
    if (!isEnd && text.length <= MAX_TOKEN_CHARS) {
      if (token.length === text.length) return "incomplete";
      if (PHONE_BEGINNING.test(text) || MAY_BECOME_PHONE.test(text)) return "incomplete";
    }
    const contact = contactAt(text);
    if (contact === undefined || isKnown(contact)) {
      const length = contact?.text.length ?? token.length;
      return { consumed: length, output: text.slice(0, length) };
    }
    return { consumed: contact.text.length, output: instead(contact.kind) };
  };

  return {
    push(text) {
      held += text;
      return drain(false);
    },
    end: () => drain(true),
  };

  function drain(isEnd: boolean): string {
    let output = "";
    let at = 0;
    while (at < held.length) {
      const result = step(at === 0 ? held : held.slice(at), isEnd);
      if (result === "incomplete") break;
      output += result.output;
      before = held.charAt(at + result.consumed - 1);
      at += result.consumed;
    }
    held = held.slice(at);
    return output;
  }
}

function hostOf(address: string): string {
  return (
    /^(?:[a-z]+:\/\/)?(?:[^/?#@]*@)?(?:www\.)?([^/?#:]*)/i
      .exec(address)?.[1]
      ?.toLowerCase()
      .replace(/\.+$/, "") ?? ""
  );
}
