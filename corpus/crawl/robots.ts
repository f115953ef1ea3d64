/**
 * What the owner of a host lets robots read.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
import robotsParser from "robots-parser";

/** The product token that robots.txt and `X-Robots-Tag` may name. */
export const ROBOT_NAME = "assistant-chat";

/** RFC 9309 has robots read at least 500 KiB of it; the rest is ignored. */
export const MAX_ROBOTS_BYTES = 500 * 1024;
/** A delay that nobody can wait for is a mistake, such as milliseconds. */
const MAX_DELAY_SECONDS = 120;

export interface Robots {
  /** Whether an address of the host may be asked. */
  allows: (address: string) => boolean;
  /** Between two requests; undefined where it does not ask for one. */
  delayMs: number | undefined;
  /** As they are written. */
  sitemaps: string[];
}

export function parseRobots(address: string, text: string): Robots {
  const parsed = robotsParser(address, text.replace(/^\uFEFF/, ""));
  const delay = parsed.getCrawlDelay(ROBOT_NAME);
  return {
    allows: (page) => parsed.isAllowed(page, ROBOT_NAME) !== false,
    delayMs:
      delay !== undefined && Number.isFinite(delay) && delay > 0
        ? Math.min(delay, MAX_DELAY_SECONDS) * 1000
        : undefined,
    sitemaps: parsed.getSitemaps(),
  };
}

/** Where there is no robots.txt, everything may be read. */
export const EVERYTHING_ALLOWED: Robots = {
  allows: () => true,
  delayMs: undefined,
  sitemaps: [],
};

export interface RobotsDirectives {
  noindex: boolean;
  nofollow: boolean;
}

/**
 * Of `X-Robots-Tag` and of `<meta name="robots">`: a list of directives, each maybe behind the name of a robot.
 *
 * @see https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
export function readDirectives(text: string, now: number): RobotsDirectives {
  const result: RobotsDirectives = { noindex: false, nofollow: false };
  let isMine = true;
  for (const part of text.slice(0, 2000).split(",")) {
    const [, robot, rest] = /^\s*([a-z][\w-]*)\s*:\s*(.*)$/is.exec(part) ?? [];
    let directive = part;
    if (robot?.toLowerCase() === "unavailable_after") {
      const date = Date.parse(rest ?? "");
      if (isMine && date < now) result.noindex = true;
      continue;
    }
    if (robot !== undefined && rest !== undefined && !/^max-/i.test(robot)) {
      // A name counts for all that follows it, up to the next name.
      isMine = robot.toLowerCase() === ROBOT_NAME || robot === "*";
      directive = rest;
    }
    if (!isMine) continue;
    const word = directive.trim().toLowerCase();
    if (word === "noindex" || word === "none") result.noindex = true;
    if (word === "nofollow" || word === "none") result.nofollow = true;
  }
  return result;
}
