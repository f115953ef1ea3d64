/** Connects everything: reads the element's attributes, makes the store, shows the panel, fires the events. */
import { citedSources } from "../core/citation/cited-sources.ts";
import type { ChatRequest, SiteConfig } from "../core/protocol.ts";
import { createChatStore } from "./chat-store.ts";
import type { ChatAction, ChatState, Turn } from "./chat-state.ts";
import { normalizeConfig, type Problem, type WidgetConfig } from "./config.ts";
import { createConversationStorage, NO_STORAGE, type ConversationStorage } from "./conversation-storage.ts";
import type { DrawerResizeEvent } from "./drawer/drawer-edge.ts";
import { PanelElement } from "./elements/panel-element.ts";
import { AssistantEvent, type Emit } from "./events.ts";
import { isTrue } from "./loader/attributes.ts";
import { loadRenderer } from "./load-renderer.ts";
import type { ExportedData, PanelController, PanelHost, TranscriptTurn } from "./panel-contract.ts";
import { fetchSiteConfig, sendFeedback } from "./site-api.ts";
import { conversationKey, openKey } from "./storage-keys.ts";
import { ENGLISH } from "./strings.ts";
import { adoptPanelStyles, adoptStyles } from "./styles/panel-styles.ts";
import { detectTheme, watchTheme } from "./theme.ts";
import { createSseTransport } from "./transport/sse-transport.ts";
import { watchViewport } from "./viewport.ts";

const strings = ENGLISH;

/** Builds the panel into the element's frame. Called once per element, by its loader. */
export function mountPanel(host: PanelHost): PanelController {
  const cleanUps: (() => void)[] = [];
  let remote: Partial<SiteConfig> | undefined;
  let remoteProblem: Problem | undefined;
  let consented = false;
  let opened = false;
  let unpush: (() => void) | undefined;
  const reported = new Set<string>();
  let analytics: Promise<typeof import("./analytics.ts")> | undefined;

  let { config, problems } = readConfig();
  const mayStore = (): boolean =>
    config.persist !== "none" && (config.consent === "not-required" || consented);

  const emit: Emit = (name, ...detail) => {
    const event = new AssistantEvent(name, detail[0] as never);
    const goesOn = host.dispatchEvent(event);
    if (config.analytics !== "none" && (config.consent === "not-required" || consented)) {
      // One promise for all, so that events leave in their order. A blocker may refuse the file: then nobody counts.
      analytics ??= import("./analytics.ts");
      analytics.then(({ sendEvent }) => sendEvent(config, name, detail[0])).catch(() => undefined);
    }
    return goesOn;
  };

  function browserStorage(): ConversationStorage {
    const device = config.persist === "device";
    return createConversationStorage(
      () => (device ? localStorage : sessionStorage),
      conversationKey(config.site),
    );
  }
  // Asked for anew each time: consent may come, and the attribute may change, while the panel is open.
  const storage: ConversationStorage = {
    load: () => (mayStore() ? browserStorage() : NO_STORAGE).load(),
    save: (state) => (mayStore() ? browserStorage() : NO_STORAGE).save(state),
    remove: () => browserStorage().remove(),
  };

  const schedule = (run: () => void, delayMs: number): (() => void) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  };
  const store = createChatStore({
    // The endpoint is read per question, since an attribute may change it.
    transport: {
      ask: (request, options) =>
        createSseTransport({
          url: `${config.endpoint}/v1/chat`,
          fetch: fetch.bind(globalThis),
          schedule,
          isOffline: () => navigator.onLine === false,
        }).ask(request, options),
    },
    now: () => Date.now(),
    newId,
    schedule,
    storage,
    requestContext,
    observe: emitFor,
  });

  function requestContext(): Partial<ChatRequest> {
    return {
      site: config.site,
      locale: config.lang,
      ...(config.pageContext ? { page: { url: location.href, title: document.title } } : {}),
    };
  }

  function emitFor(action: ChatAction, state: ChatState): void {
    if (action.type === "stop") return void emit("assistant-stop");
    if (action.type !== "receive" && action.type !== "fail") return;
    const turn = state.turns.find(({ id }) => id === action.turnId);
    if (!turn) return;
    if (action.type === "receive" && action.event.type === "answer-start") {
      emit("assistant-answer-start", { answerId: action.event.answerId, mode: action.event.mode });
    } else if (turn.status === "failed") {
      emit("assistant-error", { code: turn.failure?.code ?? "internal" });
    } else if (turn.endedAtMs !== undefined && turn.finishReason) {
      markUnread(!opened && config.mode !== "inline");
      emit("assistant-answer-end", {
        finishReason: turn.finishReason,
        citedPositions: turn.citedPositions,
        latencyMs: turn.endedAtMs - turn.askedAtMs,
      });
    }
  }

  function ask(question: string): void {
    if (question.trim() !== "" && emit("assistant-question", { text: question })) store.ask(question);
  }

  function rate(turnId: string, rating: "up" | "down"): void {
    const answerId = store.state.turns.find(({ id }) => id === turnId)?.answerId;
    if (!answerId) return;
    store.rate(turnId, rating);
    panel.announce(strings.thanks);
    emit("assistant-feedback", { answerId, rating });
    void sendFeedback(config.endpoint, { answerId, rating, site: config.site }, fetch).then((arrived) => {
      // A rating that did not arrive must not look as if it had.
      if (!arrived) store.rate(turnId, undefined);
    });
  }

  const panel = new PanelElement({
    store,
    strings,
    emit,
    loadRenderer,
    ask,
    rate,
    announce: (text) => panel.announce(text),
    copyText,
  });

  function readConfig(): { config: WidgetConfig; problems: Problem[] } {
    return normalizeConfig({
      attributes: Object.fromEntries([...host.attributes].map(({ name, value }) => [name, value])),
      scriptData: host.scriptData,
      remote,
      scriptUrl: host.scriptUrl,
      pageUrl: location.href,
      languages: [document.documentElement.lang, navigator.language],
      strings,
      supportsColor: (value) => CSS.supports("color", value),
    });
  }

  /** Shows the configuration as it stands now. */
  function applyConfig(): void {
    ({ config, problems } = readConfig());
    if (remoteProblem) problems.push(remoteProblem);
    panel.config = config;
    panel.storing = mayStore();
    const { dataset } = host.frame;
    dataset["mode"] = config.mode;
    dataset["side"] = config.side;
    applyTheme();
    if (remote?.accent && CSS.supports("color", remote.accent)) {
      host.variables.setProperty("--_accent-remote", remote.accent);
    }
    void reportProblems();
    setOpen(isTrue(host.getAttribute("open"), "open"));
  }

  function applyTheme(): void {
    host.frame.dataset["theme"] = config.theme === "auto" ? detectTheme() : config.theme;
  }

  /** Says what is wrong with the configuration. The words for it are loaded only when something is. */
  async function reportProblems(): Promise<void> {
    const wanted =
      isTrue(host.getAttribute("debug"), "debug") || /[?&]assistant-debug\b/.test(location.search);
    const shown = host.frame.querySelector(".diagnostics");
    if (!wanted) shown?.remove();
    if (!wanted && problems.length === 0) return;
    const { describeProblem, diagnosticsCss, renderDiagnostics } = await import("./diagnostics/main.ts");
    const diagnostics = problems.map(describeProblem);
    for (const diagnostic of diagnostics) {
      if (reported.has(diagnostic.message)) continue;
      reported.add(diagnostic.message);
      emit("assistant-diagnostic", diagnostic);
    }
    host.frame.querySelector(".diagnostics")?.remove();
    if (!wanted) return;
    adoptStyles(host.root, diagnosticsCss);
    host.frame.append(renderDiagnostics(diagnostics, config));
  }

  const launcher = (): Element => host.root.querySelector(".launcher")!;

  /** Follows the `open` attribute; the methods change that attribute. */
  function setOpen(open: boolean): void {
    if (config.mode === "inline") return;
    if (open !== opened) {
      opened = open;
      host.frame.toggleAttribute("data-open", open);
      launcher().ariaExpanded = String(open);
      try {
        if (!open) sessionStorage.removeItem(openKey(config.site));
        else if (mayStore()) sessionStorage.setItem(openKey(config.site), "1");
      } catch {
        // Without storage the panel is closed on the next page, and nothing else is lost.
      }
      if (open) markUnread(false);
      emit(open ? "assistant-open" : "assistant-close");
    }
    if (config.mode === "drawer" || unpush) void push();
  }

  /** The launcher shows, and says, that an answer came while the panel was closed. */
  function markUnread(unread: boolean): void {
    host.frame.toggleAttribute("data-unread", unread);
    launcher().ariaDescription = unread ? strings.newAnswer : null;
  }

  /** Puts the page beside an open drawer that pushes, and back. */
  async function push(): Promise<void> {
    const { pushPage } = await import("./drawer/main.ts");
    unpush?.();
    const width = panel.querySelector<HTMLElement>(".panel")?.offsetWidth ?? 0;
    const pushing = opened && config.push && config.mode === "drawer";
    unpush = pushing ? pushPage(config.side, width) : undefined;
  }

  async function show(): Promise<void> {
    host.setAttribute("open", "");
    setOpen(true);
    await panel.updateComplete;
    panel.focusInput();
  }

  function hide(): void {
    const focused = host.frame.contains(host.root.activeElement);
    host.removeAttribute("open");
    setOpen(false);
    if (focused) host.focusLauncher();
  }

  async function deleteData(): Promise<void> {
    store.clear();
    store.setDraft("");
    storage.remove();
    try {
      sessionStorage.removeItem(openKey(config.site));
    } catch {
      // Where nothing can be stored, nothing is.
    }
  }

  adoptPanelStyles(host.root);
  panel.chat = store.state;
  panel.online = navigator.onLine !== false;
  panel.close = hide;
  panel.addEventListener("drawer-resize", (event) => {
    host.variables.setProperty("--_drawer-width", `${(event as DrawerResizeEvent).widthPx}px`);
    void push();
  });
  cleanUps.push(
    store.subscribe(() => (panel.chat = store.state)),
    watchTheme(applyTheme),
    watchViewport(host.variables),
    listen(window, "online", () => (panel.online = true)),
    listen(window, "offline", () => (panel.online = false)),
    listen(window, "pagehide", () => store.save()),
  );
  panel.config = config;
  host.frame.append(panel);
  // Painted once closed, so that opening is a change that can be animated.
  void host.frame.offsetWidth;
  applyConfig();
  if (config.remote && config.endpoint) {
    fetchSiteConfig(config.endpoint, config.site, fetch)
      .then((value) => (remote = value))
      .catch((error: unknown) => {
        remoteProblem = {
          kind: "remote-failed",
          attribute: "config",
          value: String(error),
          used: "the attributes",
        };
      })
      .finally(applyConfig);
  }

  return {
    attributeChanged: applyConfig,
    dispose() {
      for (const cleanUp of cleanUps) cleanUp();
      unpush?.();
      store.dispose();
      panel.remove();
    },
    show,
    hide,
    toggle: () => (opened ? hide() : show()),
    async ask(question: string) {
      if (config.mode !== "inline" && !opened) await show();
      ask(String(question));
    },
    stop: () => store.stop(),
    clear() {
      emit("assistant-clear");
      store.clear();
    },
    focusInput: () => panel.focusInput(),
    getTranscript: () => store.state.turns.map(toTranscriptTurn),
    consentGranted() {
      if (consented) return;
      consented = true;
      store.save();
      applyConfig();
    },
    consentRevoked() {
      consented = false;
      storage.remove();
      applyConfig();
    },
    exportData: (): ExportedData => ({
      exportedAt: new Date().toISOString(),
      site: config.site,
      conversationId: store.state.conversationId,
      turns: store.state.turns.map(toTranscriptTurn),
    }),
    deleteData,
  };
}

function toTranscriptTurn({ question, text, askedAtMs, sources, citations }: Turn): TranscriptTurn {
  return {
    question,
    answer: text,
    askedAtMs,
    sources: citedSources(sources, citations).map(({ position, title, url }) => ({ position, title, url })),
  };
}

/** `crypto.randomUUID` exists on secure origins only; an owner may try the widget on plain http. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function listen(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
