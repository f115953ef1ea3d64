import { SERVICE_LIMITS, type SearchResponse } from "../../core/protocol.ts";
import { searchCorpus } from "../../core/search/search-corpus.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandContext, OptionDescription } from "../command.ts";
import { endpointUrl, requestEndpoint } from "../endpoint.ts";
import { openCorpusFolder } from "../open-folder.ts";
import { DEFAULT_CORPUS_FOLDER, integerOption, siteOption } from "../options.ts";
import { formatCount } from "../terminal/format.ts";

/** Where to look: a folder, or a running Worker. `ask` has them too. */
export const PLACE_OPTIONS: Record<string, OptionDescription> = {
  corpus: {
    type: "string",
    value: "DIR",
    help: `a folder that build wrote (default: ${DEFAULT_CORPUS_FOLDER})`,
  },
  endpoint: { type: "string", value: "URL", help: "a running Worker, instead of a folder" },
  site: { type: "string", value: "ID", help: "with --endpoint: the site to ask (default: default)" },
};

const DEFAULT_LIMIT = 5;

export const searchCommand: Command = {
  name: "search",
  usage: "search <query> [options]",
  summary: "Search a corpus for passages",
  options: {
    ...PLACE_OPTIONS,
    limit: {
      type: "string",
      value: "N",
      help: `results, at most ${SERVICE_LIMITS.searchMaxResults} (default: ${DEFAULT_LIMIT})`,
    },
  },
  details: "--json prints the answer of GET /v1/search: {query, corpusVersion, total, results}.",
  async run(context) {
    const { terminal, positionals } = context;
    const query = positionals.join(" ").trim();
    if (query === "") throw new CliError("usage", "Say what to search for", "search");
    const response = await search(context, query);
    terminal.data(response);
    for (const { from, to } of response.corrections ?? []) {
      terminal.line(terminal.style("dim", `Searched for "${to}" instead of "${from}".`));
    }
    for (const [index, result] of response.results.entries()) {
      const section = result.section === undefined ? "" : terminal.style("dim", ` › ${result.section}`);
      terminal.line(`${terminal.style("bold", `${index + 1}. ${result.title}`)}${section}`);
      terminal.line(`   ${terminal.style("cyan", result.url)}`);
      terminal.line(`   ${result.excerpt}`);
      terminal.line();
    }
    terminal.line(
      response.results.length === 0
        ? "Nothing found. Try fewer or other words."
        : terminal.style("dim", `${response.results.length} of ${formatCount(response.total, "passage")}`),
    );
    return 0;
  },
};

async function search(
  { process, dependencies, options }: CommandContext,
  query: string,
): Promise<SearchResponse> {
  const limit = integerOption(options, "limit", {
    fallback: DEFAULT_LIMIT,
    min: 1,
    max: SERVICE_LIMITS.searchMaxResults,
  });
  const endpoint = options.text("endpoint");
  if (endpoint === undefined) {
    const folder = options.text("corpus") ?? DEFAULT_CORPUS_FOLDER;
    return searchCorpus(await openCorpusFolder(folder, process.cwd()), { query, limit });
  }
  const url = endpointUrl(endpoint, "/v1/search");
  url.search = new URLSearchParams({ q: query, site: siteOption(options), limit: String(limit) }).toString();
  const response = await requestEndpoint(dependencies.fetch, url);
  return (await response.json()) as SearchResponse;
}
