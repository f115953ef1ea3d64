/** Why an address gave no page. */
import { BodyTooLargeError } from "./decode-body.ts";
import { PrivateAddressError } from "./http-get.ts";

/** What is asked of each request; a site that answers more slowly is no site that people wait for. */
export const TIMEOUT_MS = { answer: 30_000, body: 60_000 };

export class TimedOutError extends Error {
  constructor(what: "answer" | "body", timeoutMs: number) {
    const seconds = timeoutMs / 1000;
    super(what === "answer" ? `no answer within ${seconds} s` : `its text did not end within ${seconds} s`);
    this.name = "TimedOutError";
  }
}

export type FailureKind =
  | "gone"
  | "forbidden"
  | "server-error"
  | "unreachable"
  | "timed-out"
  | "too-large"
  | "damaged"
  | "private-address"
  | "redirect-loop"
  | "other-host"
  | "other-type"
  | "robots"
  | "not-asked";

export interface HttpFailure {
  kind: FailureKind;
  detail: string;
  status?: number;
}

/** A failure that another try may mend. */
export function isPassing({ kind }: HttpFailure): boolean {
  return kind === "unreachable" || kind === "timed-out" || kind === "server-error";
}

export function failureOfStatus(status: number): HttpFailure {
  if (status === 404 || status === 410) return { kind: "gone", detail: `answers ${status}`, status };
  if (status === 401 || status === 403 || status === 407 || status === 451)
    return { kind: "forbidden", detail: `answers ${status}`, status };
  if (status === 429 || status >= 500) return { kind: "server-error", detail: `answers ${status}`, status };
  return { kind: "gone", detail: `answers ${status}`, status };
}

const TLS_PROBLEMS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by an authority that is not known here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "its certificate cannot be verified: the server leaves out a part of the chain",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by an authority that is not known here",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is that of another host",
};

const NO_SUCH_HOST = "there is no host of this name";

const CONNECTION_PROBLEMS: Readonly<Record<string, string>> = {
  EAI_AGAIN: "the name of the host cannot be looked up now",
  ECONNREFUSED: "nobody answers at this port",
  ECONNRESET: "the connection was cut",
  EPIPE: "the connection was cut",
  ETIMEDOUT: "the host does not answer",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  HPE_HEADER_OVERFLOW: "the headers of its answer are too long",
};

/** Of what a request threw. */
export function failureOfError(error: unknown): HttpFailure {
  if (error instanceof PrivateAddressError) return { kind: "private-address", detail: error.message };
  if (error instanceof BodyTooLargeError) return { kind: "too-large", detail: error.message };
  if (error instanceof TimedOutError) return { kind: "timed-out", detail: error.message };
  const { code = "", message } = error as NodeJS.ErrnoException;
  const tls = TLS_PROBLEMS[code];
  if (tls !== undefined) return { kind: "damaged", detail: tls };
  if (code === "ENOTFOUND") return { kind: "gone", detail: NO_SUCH_HOST };
  if (code.startsWith("Z_") || code.startsWith("ERR_BROTLI") || code.startsWith("ERR__ERROR_"))
    return { kind: "damaged", detail: "its body cannot be unpacked" };
  if (code.startsWith("HPE_") && CONNECTION_PROBLEMS[code] === undefined)
    return { kind: "damaged", detail: "its answer is no valid HTTP" };
  return { kind: "unreachable", detail: CONNECTION_PROBLEMS[code] ?? (message || code || "no answer") };
}
