/** What a mail carries besides what its writer wrote: the mails before it, header lines, signatures. */
import { takenOf, wordsOf, type Cleaner, type Taken } from "./clean-step.ts";

/** "On Tue, 3 Mar 2026, X <x@example.com> wrote:", in one line or two. */
const ATTRIBUTION =
  /^[ \t>]*(?:On|Am|Il|Le|El|Em|Op|Den|W dniu)\s[^\n]{4,200}(?:\n[^\n]{0,120})??(?:wrote|schrieb|ha scritto|a écrit|escribió|escreveu|schreef|geschrieben|napisał)[^\n]{0,120}:[ \t]*$/mu;

/** "-----Original Message-----" and its kin. */
const SEPARATOR =
  /^[ \t]*(?:-{2,}|_{5,}|={5,})?[ \t]*(?:Original Message|Forwarded message|Begin forwarded message|Ursprüngliche Nachricht|Originalnachricht|Weitergeleitete Nachricht|Mensaje original|Mensaje reenviado|Message d'origine|Message transféré|Messaggio originale|Messaggio inoltrato|Mensagem original|Mensagem encaminhada|Oorspronkelijk bericht|Doorgestuurd bericht)[ \t]*:?[ \t]*(?:-{2,}|_{5,})?[ \t]*$/imu;

const DELIMITER = /^--[ \t]*$/mu;

/** "Sent from my iPhone": a line of its own near the end. */
const DEVICE =
  /^[ \t]*(?:Sent from|Get Outlook for|Von meinem|Gesendet (?:von|mit)|Enviado desde|Enviado do|Enviado a partir|Envoyé de(?:puis)?|Inviato da|Verzonden vanaf|Verstuurd vanaf)\s[^\n]{2,80}$/imu;

/** Header lines at the beginning: their names, and of the subject what it says goes too, since the text says it. */
const HEADER =
  /^[ \t]*(?:From|Sent|Date|To|Cc|Subject|Re|Fwd?|Von|Gesendet|Datum|An|Betreff|Aw|Wg|De|Enviado|Enviada|Fecha|Para|Asunto|Envoyé|À|Objet|Da|Inviato|Data|A|Oggetto|Assunto|Van|Verzonden|Aan|Onderwerp)[ \t]?:[ \t]*(?:[^\n]*)\n/iu;

const QUOTED_LINE = /^[ \t]*>/u;

export const withoutMail: Cleaner = (text) => {
  if (!text.includes("\n")) return undefined;
  const taken: Taken[] = [];
  let rest = text.replace(/\r\n?/gu, "\n");

  let headers = "";
  for (let count = 0; count < 8; count++) {
    const line = HEADER.exec(rest)?.[0];
    if (line === undefined) break;
    headers += line;
    rest = rest.slice(line.length).replace(/^\n+/u, "");
  }
  if (headers !== "" && rest.trim() !== "") taken.push(takenOf("mail", headers));
  else rest = headers + rest;

  for (const border of [ATTRIBUTION, SEPARATOR, DELIMITER, DEVICE]) {
    const at = border.exec(rest)?.index;
    // What stands above a border is the writer's own; without any, all of it is quoted.
    if (at === undefined || wordsOf(rest.slice(0, at)).length < 2) continue;
    taken.push(takenOf("mail", rest.slice(at)));
    rest = rest.slice(0, at);
  }

  const lines = rest.split("\n");
  const quoted = lines.filter((line) => QUOTED_LINE.test(line));
  const own = lines.filter((line) => !QUOTED_LINE.test(line));
  if (quoted.length > 1 && wordsOf(own.join(" ")).length > 2) {
    taken.push(takenOf("mail", quoted.join("\n")));
    rest = own.join("\n");
  }
  return taken.length === 0 ? undefined : { text: rest.trim(), taken };
};
