/** The configuration of one element as it stands now: its attributes, and what its server says. */
import type { SiteConfig } from "../core/protocol.ts";
import { normalizeConfig, type Problem, type WidgetConfig } from "./config.ts";
import type { Emit } from "./events.ts";
import { isTrue } from "./loader/attributes.ts";
import type { PanelHost } from "./panel-contract.ts";
import { fetchSiteConfig } from "./site-api.ts";
import type { Strings } from "./strings.ts";

export class LiveConfig {
  readonly #host: PanelHost;
  readonly #strings: Strings;
  readonly #reported = new Set<string>();
  #problems: Problem[] = [];
  #remoteProblem: Problem | undefined;
  /** As it was read last. */
  current: WidgetConfig;
  remote: Partial<SiteConfig> | undefined;

  constructor(host: PanelHost, strings: Strings) {
    this.#host = host;
    this.#strings = strings;
    this.current = this.read();
  }

  read(): WidgetConfig {
    const { attributes, scriptData, scriptUrl } = this.#host;
    const { config, problems } = normalizeConfig({
      attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
      scriptData,
      remote: this.remote,
      scriptUrl,
      pageUrl: location.href,
      languages: [document.documentElement.lang, navigator.language],
      strings: this.#strings,
      supportsColor: (value) => CSS.supports("color", value),
    });
    this.#problems = this.#remoteProblem ? [...problems, this.#remoteProblem] : problems;
    return (this.current = config);
  }

  /** Asks the server, where there is one. Resolves true where {@link read} may give something else now. */
  async fetchRemote(): Promise<boolean> {
    const { remote, endpoint, site } = this.current;
    if (!remote || !endpoint) return false;
    try {
      this.remote = await fetchSiteConfig(endpoint, site, fetch);
    } catch (error) {
      this.#remoteProblem = {
        kind: "remote-failed",
        attribute: "config",
        value: String(error),
        used: "the attributes",
      };
    }
    return true;
  }

  /** Says what is wrong with the configuration. The words for it are loaded only when something is. */
  async report(emit: Emit): Promise<void> {
    const { frame } = this.#host;
    const isShown =
      isTrue(this.#host.getAttribute("debug"), "debug") || /[?&]assistant-debug\b/.test(location.search);
    if (!isShown && this.#problems.length === 0 && this.#reported.size === 0) return;
    const { reportProblems } = await import("./diagnostics/main.ts");
    const { current: config } = this;
    reportProblems({ frame, config, problems: this.#problems, reported: this.#reported, isShown, emit });
  }
}
