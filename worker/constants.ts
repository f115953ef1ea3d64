/** Every magic number of the Worker, with its unit in the name and one line on why this value. */

/**
 * A stream that has been silent for this long gets a heartbeat. A visitor who leaves is noticed only by
 * writing to them, and a proxy in between may hide the first failure: two of these still fit into a second.
 */
export const HEARTBEAT_SILENCE_MS = 400;

/** The longest an answer may take, from the first byte to the terminal event. A long answer takes 30 s. */
export const MAX_STREAM_MS = 120_000;

/** Levels of nesting that a request body may have; the deepest valid one has 3. */
export const MAX_JSON_DEPTH = 32;

/** The longest that a request's body may take to arrive: the largest one at 50 KB per second. */
export const BODY_TIMEOUT_MS = 10_000;

/** How old the corpus pointer may be before it is read again, in the background of the request that asks. */
export const POINTER_MAX_AGE_MS = 10_000;

/**
 * How old it may be for a request to be answered without waiting for that. KV itself may be this late; after
 * a longer silence a visitor would get what was published long before.
 */
export const POINTER_MAX_UNSEEN_MS = 60_000;

/** Where only the pointer is asked for, it is waited for at most this long. */
export const POINTER_READ_TIMEOUT_MS = 3_000;

/** A site without a corpus is looked up again after this: short, since someone is about to publish it. */
export const MISSING_SITE_MAX_AGE_MS = 2_000;

/** A corpus that could not be opened is tried again after this: each attempt reads and hashes megabytes. */
export const DAMAGED_CORPUS_MAX_AGE_MS = 5_000;

/** A corpus whose encoder is missing is opened again after this, behind the back of those who ask. */
export const ENCODER_RETRY_MS = 60_000;

/** Sites known to be missing or damaged that are remembered. */
export const MAX_REMEMBERED_SITES = 256;

/** Open corpora in one isolate, however small they are. */
export const MAX_OPEN_SITES = 8;

/** Memory of all open corpora, of the 128 MB that an isolate has. */
export const MAX_OPEN_CORPUS_BYTES = 64 * 1024 * 1024;

/** A Lunr index takes so many times its bytes once it is parsed; a packed one is used where it lies. */
export const LUNR_MEMORY_FACTOR = 5;

/** Passages that are kept take so many times their bytes where all of a file are asked for: as they lie, and parsed. */
export const PASSAGES_MEMORY_FACTOR = 3;

/** With a corpus at hand that is long unseen, a question waits at most this long for news of a newer one. */
export const CORPUS_REFRESH_WAIT_MS = 1_500;

/** Without one, a question waits at most this long for the first. The largest index takes about 1 s. */
export const CORPUS_OPEN_TIMEOUT_MS = 15_000;

/** How long the edge may keep the pointer: the least that KV accepts. */
export const POINTER_EDGE_TTL_SECONDS = 30;

/** How long the edge may keep a corpus file: its name carries its hash, so it never changes. */
export const CORPUS_FILE_EDGE_TTL_SECONDS = 24 * 60 * 60;

/** The answer cache is asked for at most this long: an answer never waits for a slow cache. */
export const ANSWER_CACHE_WAIT_MS = 100;

/** KV refuses shorter lifetimes. */
export const MIN_KV_TTL_SECONDS = 60;

/** The day's salt of the visitor hash is waited for at most this long; then the isolate uses its own. */
export const VISITOR_SALT_WAIT_MS = 100;

/** A day's salt outlives its day by one, for clocks and isolates that lag; then nobody can repeat the hash. */
export const VISITOR_SALT_TTL_SECONDS = 48 * 60 * 60;

/** The rate limiter is asked for at most this long; then the request passes. */
export const RATE_LIMIT_WAIT_MS = 250;

/** `simple.period` of the rate limit in wrangler.toml: the limiter does not say when it opens again. */
export const RATE_LIMIT_PERIOD_SECONDS = 60;

/** A browser may keep a preflight's answer this long: Chromium's own maximum. */
export const PREFLIGHT_MAX_AGE_SECONDS = 7_200;

/** A page may keep its site's configuration this long, so that a change shows within minutes. */
export const SITE_CONFIG_MAX_AGE_SECONDS = 300;

/** Feedback is deleted after this. */
export const FEEDBACK_RETENTION_DAYS = 90;

/** Expired rows that one new row of feedback takes along: enough to keep up, too few to be felt. */
export const FEEDBACK_PURGE_ROWS = 100;

/** Counts of a day are deleted after this: a year, and a month to compare it with. */
export const EVENT_COUNT_RETENTION_DAYS = 400;

/** The default site, once found, is looked for again after this: publishing a second one may change it. */
export const DEFAULT_SITE_MAX_AGE_MS = 60_000;

/** Nothing to be the default site was found: looked for again after this, since listing keys costs more than reading one. */
export const NO_DEFAULT_SITE_MAX_AGE_MS = 10_000;

/** Pages of 1,000 keys that are read to see whether one site is the only one; a large site has about 500 files. */
export const MAX_KEY_PAGES = 10;

/** Bytes of launcher settings that the loader carries to a page: those of some ten sites. */
export const MAX_LOADER_SETTINGS_BYTES = 2_048;

/** A browser may keep the loader this long, so that an update reaches every page within minutes. */
export const LOADER_MAX_AGE_SECONDS = 300;

/** For a day after that it may use an older loader while it fetches the new one. */
export const LOADER_STALE_SECONDS = 86_400;

/** Health waits this long for the feedback table before it calls it down. */
export const HEALTH_CHECK_TIMEOUT_MS = 3_000;

/** What health has found is told again for this long: it costs reads that anyone may cause. */
export const HEALTH_MAX_AGE_MS = 5_000;

/** Visitors of a site without content are told so at every question, the log once in this time. */
export const NOT_PUBLISHED_WARNING_INTERVAL_MS = 60_000;

/** Tokens that a model may write: about 900 words, three times a good answer. */
export const MAX_OUTPUT_TOKENS = 1_200;

/** The same of a model that has spent all of those on thoughts. */
export const MAX_REASONING_OUTPUT_TOKENS = 8_000;

/**
 * The first words of an answer are waited for at most this long, while the model is heard thinking: half a minute of
 * {@link MAX_STREAM_MS} is left for the answer itself.
 */
export const PROVIDER_REASONING_TIMEOUT_MS = 90_000;

/** Failed before its first byte, a provider is asked once more after this long, give or take half. */
export const PROVIDER_RETRY_DELAY_MS = 300;

/** After the model has finished, usage figures are waited for at most this long. */
export const PROVIDER_USAGE_WAIT_MS = 1_000;

/** Translated questions that one isolate remembers: some 200 KB at most. */
export const MAX_REMEMBERED_TRANSLATIONS = 200;

/** A stored translation longer than this is something else. */
export const MAX_TRANSLATION_CHARS = 4_000;
