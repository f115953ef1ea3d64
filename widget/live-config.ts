/** The configuration of one element as it stands now: its attributes, and what its server says. */
import type { SiteConfig } from "../core/protocol.ts";
import { normalizeConfig, type WidgetConfig } from "./config.ts";
import type { KnownToPanel, PanelHost } from "./panel-contract.ts";
import { fetchSiteConfig } from "./site-api.ts";
import type { Strings } from "./strings.ts";

export class LiveConfig {
  readonly #host: PanelHost;
  readonly #strings: Strings;
  #isDoubtful = false;
  #remoteProblem: KnownToPanel["remoteProblem"];
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
    const { config, isDoubtful } = normalizeConfig({
      attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
      scriptData,
      remote: this.remote,
      scriptUrl,
      pageUrl: location.href,
      languages: [document.documentElement.lang, navigator.language],
      strings: this.#strings,
    });
    this.#isDoubtful = isDoubtful;
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
  report(): void {
    const host = this.#host;
    const { remote, current } = this;
    const isShown = host.debug || location.search.includes("assistant-debug");
    if (!isShown) host.frame.querySelector(".diagnostics")?.remove();
    if (!isShown && !this.#isDoubtful && !this.#remoteProblem) return;
    const known = { remote, remoteProblem: this.#remoteProblem, config: isShown ? current : undefined };
    host.load("launcher-extras").then(
      ({ showProblems }) => showProblems(host, known),
      () => undefined,
    );
  }
}
