/** Whether the addresses and telephone numbers of a sentence stand in its passages: each is true only as a whole. */
import type { PassageEvidence } from "./read-passage.ts";

const E_MAIL = /[\p{L}\p{N}][\p{L}\p{N}.+_-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()[\]`"'|]{3,300}/giu;
/** With a plus or a zero before it, or in three groups: other numbers are no telephone's. */
const PHONE =
  /(?<![\p{L}\p{N}.,/-])(?:\+\d|\(?0\d|\(\d)[\d ()/-]{5,20}\d(?![\p{N}.,]\d)|(?<![\p{L}\p{N}.,/-])\d{3}[ -]\d{3}[ -]\d{4}(?!\d)/gu;

const MIN_PHONE_DIGITS = 7;

export interface Contact {
  from: number;
  to: number;
  kind: "e-mail" | "web" | "phone";
  text: string;
}

/** The addresses and telephone numbers of a text. */
export function contactsOf(text: string): Contact[] {
  const found: Contact[] = [];
  const add = (pattern: RegExp, kind: Contact["kind"]): void => {
    for (const { 0: whole, index } of text.matchAll(pattern)) {
      if (found.some(({ from, to }) => index >= from && index < to)) continue;
      const own = whole.replace(/[.,;:!?*_–-]+$/, "");
      if (kind === "phone" && digitsOf(own).length < MIN_PHONE_DIGITS) continue;
      found.push({ from: index, to: index + own.length, kind, text: own });
    }
  };
  add(WEB_ADDRESS, "web");
  add(E_MAIL, "e-mail");
  add(PHONE, "phone");
  return found;
}

/** @param given All passages: an address of another one of them is right, if not well cited. */
export function hasUnknownContact(text: string, given: readonly PassageEvidence[]): boolean {
  return !contactsOf(text).every((contact) => given.some(({ text: page }) => isContactHeld(contact, page)));
}

/** @param page Lower case. */
export function isContactHeld({ kind, text }: Pick<Contact, "kind" | "text">, page: string): boolean {
  if (kind === "phone") {
    const digits = localDigits(text);
    return contactsOf(page).some(
      (other) => other.kind === "phone" && isSameNumber(localDigits(other.text), digits),
    );
  }
  const plain = kind === "web" ? withoutScheme(text) : text.toLowerCase();
  for (let at = page.indexOf(plain); at !== -1; at = page.indexOf(plain, at + 1)) {
    const before = page.charAt(at - 1);
    const isBegun = kind === "web" ? !/[\p{L}\p{N}]/u.test(before) : !/[\p{L}\p{N}.+_-]/u.test(before);
    const behind = page.slice(at + plain.length, at + plain.length + 2);
    if (isBegun && !/^(?:[\p{L}\p{N}_-]|[.@][\p{L}\p{N}])/u.test(behind)) return true;
  }
  return false;
}

function withoutScheme(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/$/, "");
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** Without the zero that a country's code takes the place of: "(0)20", "020". */
function localDigits(text: string): string {
  return digitsOf(text.replace("(0)", "")).replace(/^0+/, "");
}

/** With the country's code and without. */
function isSameNumber(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.endsWith(short) && long.length - short.length <= MAX_COUNTRY_DIGITS;
}

const MAX_COUNTRY_DIGITS = 3;
