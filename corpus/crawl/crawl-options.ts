/** The options of a crawl, as commands take them. */
import { CliError } from "../cli-error.ts";
import type { OptionDescription, OptionReader } from "../command.ts";
import { integerOption } from "../options.ts";
import {
  DEFAULT_CONTACT,
  DEFAULT_MAX_PAGES,
  DEFAULT_MAX_SIMILAR,
  DEFAULT_RATE,
  type CrawlSettings,
} from "./crawl-context.ts";

export const CRAWL_OPTIONS: Record<string, OptionDescription> = {
  "include": {
    type: "string",
    value: "GLOB",
    isMultiple: true,
    help: "of a site: read these paths, such as '/docs/**', in place of all below its address",
  },
  "exclude": {
    type: "string",
    value: "GLOB",
    isMultiple: true,
    help: "of a site: leave out these paths, such as '/blog/**' (several: again, or with commas)",
  },
  "max-pages": {
    type: "string",
    value: "N",
    help: `of a site: read at most so many pages (default: ${DEFAULT_MAX_PAGES})`,
  },
  "max-similar": {
    type: "string",
    value: "N",
    help: `of a site: follow links to so many addresses that differ in numbers or parameters only (default: ${DEFAULT_MAX_SIMILAR})`,
  },
  "follow-links": {
    type: "boolean",
    help: "of a site: follow links too where its sitemap names the pages",
  },
  "rate": {
    type: "string",
    value: "N",
    help: `of a site: requests a second (default: ${DEFAULT_RATE}; a private address as fast as it answers)`,
  },
  "refresh": {
    type: "boolean",
    help: "of a site: ask for every page again, whatever the last crawl has kept",
  },
  "allow-private": {
    type: "boolean",
    help: "of a site: it may lie on this machine or in its network, such as http://localhost:3000/",
  },
  "contact": {
    type: "string",
    value: "ADDRESS",
    help: "of a site: whom its owner may ask about the requests (default: the package's page)",
  },
};

/** @throws CliError for a value that cannot be used. */
export function crawlSettings(options: OptionReader): CrawlSettings {
  const contact = options.text("contact") ?? DEFAULT_CONTACT;
  // It becomes part of a header.
  if (!/^[\x21-\x7E]{3,200}$/.test(contact) || !/[@.:]/.test(contact))
    throw new CliError("contact-invalid", contact);
  const rate = options.text("rate");
  const requestsPerSecond = rate === undefined ? undefined : Number(rate);
  if (requestsPerSecond !== undefined && !(requestsPerSecond >= 0.01 && requestsPerSecond <= 1000))
    throw new CliError("number-invalid", "rate", rate ?? "", "requests a second, from 0.01 to 1000");
  return {
    include: globs(options, "include"),
    exclude: globs(options, "exclude"),
    maxPages: integerOption(options, "max-pages", { fallback: DEFAULT_MAX_PAGES, min: 1, max: 1_000_000 }),
    maxSimilar: integerOption(options, "max-similar", {
      fallback: DEFAULT_MAX_SIMILAR,
      min: 1,
      max: 1_000_000,
    }),
    followLinks: options.flag("follow-links"),
    allowPrivate: options.flag("allow-private"),
    refresh: options.flag("refresh"),
    requestsPerSecond,
    contact,
  };
}

function globs(options: OptionReader, name: string): string[] {
  return options
    .texts(name)
    .flatMap((text) => text.split(","))
    .map((glob) => glob.trim())
    .filter((glob) => glob !== "");
}
