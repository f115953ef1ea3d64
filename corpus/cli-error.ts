/** Everything that can go wrong in a way that the user can mend: one clear line each, with the fix. */
const MESSAGES = {
  "unknown-command": (name: string) =>
    `There is no command "${name}". Run assistant-chat --help for the list.`,
  "usage": (detail: string, command: string) =>
    `${detail.replace(/\.?$/, ".")} Run assistant-chat ${command === "" ? "" : `${command} `}--help for its options.`,
  "source-missing": (path: string) =>
    `${path} does not exist. Check the path, or name the folder that holds your Markdown, MDX or HTML.`,
  "source-unreadable": (path: string, reason: string) =>
    `${path} cannot be read: ${reason}. Check its permissions.`,
  "source-unsupported": (path: string) =>
    `${path} is no page or document that is read. Name a folder, a file such as .md, .mdx, .html, .adoc, .rst, .pdf, .docx or .txt, or an export (.json, .yaml, .csv, .xml or .zip).`,
  "site-address-invalid": (address: string) =>
    `"${address}" is not an address of a site. Give one such as https://docs.example.com/.`,
  "site-address-protocol": (address: string) =>
    `${address} is not on the web. Give an address that begins with https:// or http://.`,
  "site-address-credentials": (address: string) =>
    `The address holds a name or a password, which would end up in reports. Give ${address}, and let the pages be read without a log-in.`,
  "site-address-private": (address: string, detail: string) =>
    `${address} is not asked: ${detail}. Add --allow-private to read a site on this machine or in its network.`,
  "site-unreachable": (address: string, detail: string) =>
    `${address} cannot be read: ${detail}. Check the address, and that it opens in a browser.`,
  "site-forbidden": (address: string, detail: string) =>
    `${address} ${detail}: it asks for a log-in, or keeps robots out. Let the agent assistant-chat in, or build from the site's folder.`,
  "site-unreadable": (address: string, detail: string) =>
    `${address} ${detail}. Name a page, a sitemap, or a folder with the files.`,
  "site-moved": (address: string, target: string) =>
    `${address} leads to ${target}, which is another site. To read that one, give its address.`,
  "site-robots-forbid": (address: string, robot: string) =>
    `robots.txt does not allow ${address} to be read. If the site is yours, add to its robots.txt the lines "User-agent: ${robot}" and "Allow: /", or build from its folder.`,
  "site-robots-unreadable": (address: string, detail: string) =>
    `${address} ${detail}, and a site whose robots.txt cannot be read is not read. Try again later, or mend the server: 404 means that all may be read.`,
  "site-sitemap-empty": (address: string, detail: string) =>
    `There is no page to read in ${address}: ${detail}. Give the address of the site instead, to read it by its links.`,
  "rendered-missing": (folder: string) =>
    `${folder} is no folder. Give --against the folder that your generator writes its pages to, such as dist.`,
  "rendered-empty": (folder: string) =>
    `There is no page of HTML in ${folder}. Build the site first, and give --against the folder that it is written to.`,
  "links-unusable": (path: string) =>
    `${path} is not what a check has written. Remove it, or run the check with --online or --against again.`,
  "check-stopped": () => "Stopped. Nothing was kept: run the check again.",
  "contact-invalid": (contact: string) =>
    `"${contact}" is no contact. Give a mail address or a web address, such as docs@example.com.`,
  "crawl-stopped": (pages: string) => `Stopped. ${pages} kept: run the same command to go on.`,
  "nothing-to-build": (sources: string, skipped: string) =>
    `There is no page to build from in ${sources}. Pages end in .md, .mdx, .html, .adoc, .rst, .pdf, .docx or .txt, or are in an export (.json, .yaml, .csv, .xml or .zip)${skipped === "" ? "." : `; ${skipped}.`}`,
  "out-not-writable": (path: string, reason: string) =>
    `${path} cannot be written: ${reason}. Choose another folder with --out.`,
  "out-is-locked": (path: string, owner: string) =>
    `Another build (process ${owner}) is writing ${path}. Wait for it, or choose another folder with --out.`,
  "site-invalid": (site: string) =>
    `"${site}" is not a site id. Use lower-case letters, digits and hyphens, at most 63, such as docs.`,
  "base-url-invalid": (url: string) =>
    `"${url}" is not a web address. Give one such as https://docs.example.com.`,
  "api-url-pattern-invalid": (pattern: string, problem: string, words: string) =>
    `--api-url-pattern "${pattern}" cannot be used. ${problem}. Give one such as /reference#{operationId}; its words are ${words}.`,
  "number-invalid": (option: string, value: string, range: string) =>
    `--${option} is "${value}". Give ${range}.`,
  "language-invalid": (language: string) =>
    `"${language}" is not a language tag. Give a BCP 47 tag such as en or pt-BR.`,
  "generator-invalid": (generator: string, known: string) =>
    `There is no generator "${generator}". Give one of ${known}.`,
  "url-pattern-invalid": (pattern: string, problem: string, words: string) =>
    `--url-pattern "${pattern}" cannot be used: ${problem}. Give a path such as "/help/{path}/" or "/help/{path}.html"; it may hold ${words}.`,
  "format-invalid": (format: string, known: string) => `There is no format "${format}". Give ${known}.`,
  "enrichment-stopped": () => "Stopped. What the model wrote is kept: build again to go on.",
  "enrichment-failed": (problem: string) => problem,
  "enrichment-price-invalid": (value: string) =>
    `--enrich-price is "${value}". Give US dollars per million tokens in and out, such as 0.4,1.6.`,
  "enrichment-review-unusable": (path: string, problem: string) =>
    `${path} cannot be used: ${problem}. It may hold somebody's decisions, so nothing was written: mend it, or move it away to begin anew.`,
  "embedding-stopped": () => "Stopped. What was embedded is kept: build again to go on.",
  "embedding-failed": (problem: string) => problem,
  "corpus-unusable": (folder: string, detail: string) => `${folder}: ${detail}`,
  "value-too-large": (file: string, bytes: string, limit: string) =>
    `${file} has ${bytes}, and Workers KV takes at most ${limit} a value. Split the site into several (--site), or leave out pages.`,
  "wrangler-missing": () => "wrangler is not installed. Run npm install, then try again.",
  "wrangler-login": () =>
    "Cloudflare does not know you. Run npx wrangler login, or set CLOUDFLARE_API_TOKEN, then publish again.",
  "wrangler-namespace": () =>
    "The KV namespace of the binding CORPUS does not exist. Run npx wrangler kv namespace create CORPUS and put its id into wrangler.toml.",
  "local-data-busy": () =>
    "Another process is using the local data, such as a Worker that is starting or a second publish. Try again in a moment.",
  "wrangler-failed": (action: string, output: string) => `wrangler could not ${action}:\n${output}`,
  "endpoint-invalid": (url: string) =>
    `"${url}" is not an address of a Worker. Give one such as http://localhost:8787.`,
  "endpoint-unreachable": (url: string, reason: string) =>
    `${url} does not answer (${reason}). Check the address and that the Worker runs: npm start.`,
  "endpoint-refused": (status: string, message: string) => `The endpoint answered ${status}: ${message}`,
  "rerank-url-invalid": (url: string) =>
    `"${url}" is not the address of a reranker. Write it whole, such as https://api.jina.ai/v1/rerank.`,
  "stream-cut": () => "The answer broke off before its end. Ask again.",
  "answer-failed": (message: string) => message,
  "questions-unreadable": (file: string, reason: string) =>
    `${file} cannot be read (${reason}). Name a file of questions (.jsonl, .json or .csv) or a folder with corpus.jsonl, queries.jsonl and qrels.tsv.`,
  "questions-empty": (file: string) =>
    `${file} holds no line to read. Write one question a line, such as {"question": "Can I pay by invoice?", "urls": ["/billing/"]}.`,
  "questions-invalid": (file: string, problems: string) => `${file} cannot be used:\n${problems}`,
  "questions-of-site": (file: string, site: string, known: string) =>
    `No question of ${file} is about the site "${site}". Give --site one of ${known}, or leave it out.`,
  "verdicts-unreadable": (file: string, reason: string) =>
    `${file} cannot be read (${reason}). Name a sheet that was filled in: what its page saved, or what eval --blind --json printed.`,
  "judge-url-invalid": (url: string) =>
    `"${url}" is not the address of a model server. Give the part before /chat/completions, such as https://api.openai.com/v1, or http://localhost:11434/v1 for Ollama.`,
  "judge-price-invalid": (value: string) =>
    `--judge-price is "${value}". Give US dollars per million tokens in and out, such as 0.4,1.6.`,
  "judge-failed": (problem: string) => problem,
  "judge-incomplete": (problem: string, file: string) =>
    `${problem}. What came is in ${file} and kept: run the same command to go on.`,
  "verdicts-invalid": (file: string, problems: string) => `${file} cannot be used:\n${problems}`,
  "beir-incomplete": (folder: string, name: string) =>
    `${folder} has no ${name}. A folder needs corpus.jsonl, queries.jsonl and qrels.tsv; otherwise name the file of questions.`,
  "qrels-foreign": (file: string) =>
    `${file} judges none of these questions. Its first column must hold their ids.`,
  "baseline-invalid": (file: string, reason: string) =>
    `${file} is no earlier result (${reason}). Write one with: assistant-chat eval ... --json > ${file}`,
  "report-not-writable": (file: string, reason: string) =>
    `${file} cannot be written: ${reason}. Choose another path.`,
  "port-taken": (port: string) =>
    `Port ${port} is in use. Stop what runs there, or choose another: PORT=${Number(port) + 1} npm start.`,
  "port-invalid": (port: string) => `PORT is "${port}". Give a number from 1 to 65535.`,
  "node-too-old": (version: string) =>
    `The Worker needs Node 22.12 or newer, and this is ${version}. Run npm install so that the bundled one is used, or update Node.`,
  "step-failed": (step: string, output: string) => `${step} failed:\n${output}`,
  "worker-exited": (output: string) => `The Worker has ended:\n${output}`,
  "worker-not-ready": (seconds: string, output: string) =>
    `The Worker did not answer within ${seconds} s:\n${output}`,
} as const;

type Messages = typeof MESSAGES;
export type CliErrorType = keyof Messages;

/** An error that the user can mend. Its message is shown as it is, without a stack. */
export class CliError<T extends CliErrorType = CliErrorType> extends Error {
  readonly type: T;
  constructor(type: T, ...values: Parameters<Messages[T]>) {
    super((MESSAGES[type] as (...texts: readonly string[]) => string)(...values));
    this.name = "CliError";
    this.type = type;
  }
}

/** Wrong arguments end with 2, everything else that failed with 1. */
export function exitCodeOf(type: CliErrorType): 1 | 2 {
  const usage: readonly CliErrorType[] = [
    "unknown-command",
    "usage",
    "site-invalid",
    "base-url-invalid",
    "site-address-invalid",
    "site-address-protocol",
    "site-address-credentials",
    "contact-invalid",
    "api-url-pattern-invalid",
    "number-invalid",
    "enrichment-price-invalid",
    "language-invalid",
    "format-invalid",
    "generator-invalid",
    "url-pattern-invalid",
    "endpoint-invalid",
    "rerank-url-invalid",
    "judge-url-invalid",
    "judge-price-invalid",
    "port-invalid",
  ];
  return usage.includes(type) ? 2 : 1;
}
