/** Connects everything: the element's configuration, its conversation, the panel, and what is kept. */
import type { ChatRequest } from "../core/protocol.ts";
import { createChatStore } from "./chat-store.ts";
import { createConversationEvents } from "./conversation-events.ts";
import { createConversationKeeper } from "./conversation-keeper.ts";
import type { DrawerResizeEvent } from "./drawer/drawer-edge.ts";
import { PanelElement } from "./elements/panel-element.ts";
import { createEmit } from "./emit-events.ts";
import { LiveConfig } from "./live-config.ts";
import { createFocusReturn } from "./focus-return.ts";
import { opaqueColor } from "./loader/accent.ts";
import { loadRenderer } from "./load-renderer.ts";
import type { Keeping } from "./continuity/main.ts";
import { loadConversation } from "./load-conversation.ts";
import { loadContinuity } from "./load-continuity.ts";
import { OpenState } from "./open-state.ts";
import { prepareLauncher } from "./opener.ts";
import type { ExportedData, PanelController, PanelHost } from "./panel-contract.ts";
import { SpokenLanguage } from "./spoken-language.ts";
import { instanceName } from "./storage-keys.ts";
import { adoptPanelStyles } from "./styles/panel-styles.ts";
import { detectTheme, watchTheme } from "./theme.ts";
import type { ChatTransport } from "./transport/chat-transport.ts";
import { watchViewport } from "./viewport.ts";

/** Builds the panel into the element's frame. Called once per element, by its loader. */
export function mountPanel(host: PanelHost): PanelController {
  const language = new SpokenLanguage();
  const { strings } = language;
  const live = new LiveConfig(host, strings);
  const config = (): typeof live.current => live.current;
  let consented = false;
  // The order among elements of one site holds from now on, whatever comes to the page later.
  let instance = instanceName(host);
  let { site } = config();

  const hasConsent = (): boolean => config().consent === "not-required" || consented;
  const mayKeep = (): boolean => config().persist !== "none" && hasConsent();
  const emit = createEmit({ target: host, config, mayCount: hasConsent });

  const schedule = (run: () => void, delayMs: number): (() => void) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  };
  const isOffline = (): boolean => navigator.onLine === false;
  // The endpoint is read per question, since an attribute may change it.
  const transport = async (): Promise<ChatTransport> =>
    (await loadConversation()).createSseTransport({
      url: `${config().endpoint}/v1/chat`,
      fetch: fetch.bind(globalThis),
      schedule,
      isOffline,
    });
  const store = createChatStore({
    answer: (run) =>
      loadConversation().then(
        async ({ followAnswer }) =>
          followAnswer({ ...run, transport: await transport(), loadContinuity, now: Date.now, schedule }),
        () => ({ code: isOffline() ? "offline" : "unreachable", retryable: true }),
      ),
    endAnswer: (answerId) => void transport().then(({ stop }) => stop(answerId)),
    now: () => Date.now(),
    newId,
    schedule,
    keep: (state) => keeper.keep(state),
    requestContext,
    observe: createConversationEvents({
      emit,
      onAnswer: () => openState.markUnread(!openState.isOpen && config().mode !== "inline"),
    }),
  });

  const keeper = createConversationKeeper({
    instance: () => instance,
    mayKeep,
    area: () => (config().persist === "device" ? localStorage : sessionStorage),
    now: () => Date.now(),
    newId,
    restMs: () => config().conversationTimeoutMinutes * 60_000 || Number.POSITIVE_INFINITY,
    maxThreads: () => config().maxConversations,
    adopt: (change) => store.adopt(change),
    onRoom: (hasRoom) => (panel.unkept = !hasRoom),
  });

  function requestContext(): Partial<ChatRequest> {
    return {
      site: config().site,
      locale: config().lang,
      ...(config().pageContext ? { page: { url: location.href, title: document.title } } : {}),
    };
  }

  /** Does something with what is kept, if anything is. Never fails. */
  const openKept = async (): Promise<Keeping | undefined> => (keeper.isKeeping() ? keeper.open() : undefined);

  async function kept(run: (keeping: Keeping) => void): Promise<void> {
    if (keeper.isKeeping()) await keeper.open().then(run, () => undefined);
  }

  /** Questions wait for what was kept: they are the next turn of it. */
  let restored = Promise.resolve();
  async function ask(question: string, editedId?: string): Promise<void> {
    await restored;
    if (question.trim() === "" || !emit("assistant-question", { text: question })) return;
    store.ask(question, editedId);
  }

  async function restore(): Promise<void> {
    panel.restoring = true;
    // Without its file nothing is shown again, and nothing is lost.
    await (restored = kept((keeping) => keeping.restore()));
    panel.restoring = false;
    if (!isOffline()) store.reconnect();
  }

  function rate(turnId: string, rating: "up" | "down"): void {
    const answerId = store.state.turns.find(({ id }) => id === turnId)?.answerId;
    if (!answerId) return;
    store.rate(turnId, rating);
    panel.announce(strings.thanks);
    emit("assistant-feedback", { answerId, rating });
    const { endpoint, site } = config();
    // A rating that did not arrive must not look as if it had.
    const takeBack = (): void => store.rate(turnId, undefined);
    import("./feedback.ts")
      .then(({ sendFeedback }) => sendFeedback(endpoint, { answerId, rating, site }, fetch))
      .then((arrived) => arrived || takeBack(), takeBack);
  }

  const panel = new PanelElement({
    store,
    strings,
    emit,
    loadRenderer,
    ask: (question, editedId) => void ask(question, editedId),
    rate,
    now: () => Date.now(),
    schedule,
    openKept,
    focusInput: () => panel.focusInput(),
    announce: (text) => panel.announce(text),
    copyText,
  });
  const openState = new OpenState({
    host,
    strings,
    config,
    emit,
    instance: () => instance,
    mayKeep,
    onDrawerReady: () => applyConfig(),
    panelWidthPx: () => panel.querySelector<HTMLElement>(".panel")?.offsetWidth ?? 0,
  });

  /** Shows the configuration as it stands now. */
  function applyConfig(): void {
    const now = live.read();
    language.speak(now.lang, onLanguage);
    panel.direction = language.direction;
    if (now.site !== site) {
      ({ site } = now);
      instance = instanceName(host);
    }
    panel.config = now;
    panel.storing = mayKeep();
    applyTheme();
    // Where the loader came without the server's settings. Its corner stays: nothing moves under a pointer.
    const accent = live.remote?.accent;
    if (accent) host.variables.setProperty("--_accent-remote", opaqueColor(accent));
    live.report();
    setOpen(host.open);
  }

  function onLanguage(): void {
    applyConfig();
    panel.speak();
  }

  function applyTheme(): void {
    const { theme, mode } = config();
    const page = mode === "inline" ? host : undefined;
    host.frame.dataset["theme"] = theme === "auto" ? detectTheme(page) : theme;
  }

  function setOpen(open: boolean): void {
    if (!openState.set(open) || !open) return;
    applyTheme();
    void kept((keeping) => keeping.startAnewAfterRest());
  }

  const focusReturn = createFocusReturn(host);

  async function show(): Promise<void> {
    if (!openState.isOpen) focusReturn.remember();
    if (config().mode === "drawer") await openState.loadDrawer();
    host.setAttribute("open", "");
    setOpen(true);
    await language.ready;
    await panel.updateComplete;
    panel.focusInput();
  }

  function hide(): void {
    const focused = host.frame.contains(host.root.activeElement);
    host.removeAttribute("open");
    setOpen(false);
    if (focused) focusReturn.restore();
  }

  async function forget(): Promise<void> {
    openState.keep(false);
    await keeper.open().then((keeping) => keeping.kept.removeAll());
  }

  async function exportData(): Promise<ExportedData> {
    await restored;
    const { conversationId, turns, draft } = store.state;
    const { exportHistory, toTranscript } = await loadContinuity();
    const keeping = await openKept();
    return {
      exportedAt: new Date().toISOString(),
      site: config().site,
      conversationId,
      turns: toTranscript(turns),
      draft,
      history: keeping ? exportHistory(keeping.threads.list(), keeping.kept.threadId) : [],
    };
  }

  adoptPanelStyles(host.root);
  prepareLauncher(host);
  panel.chat = store.state;
  panel.online = !isOffline();
  panel.close = hide;
  panel.addEventListener("drawer-resize", (event) => {
    host.variables.setProperty("--_drawer-width", `${(event as DrawerResizeEvent).widthPx}px`);
    void openState.push();
  });
  const cleanUps = [
    store.subscribe(() => (panel.chat = store.state)),
    watchTheme(applyTheme),
    watchViewport(host.variables),
    listen(window, "online", () => {
      panel.online = true;
      store.reconnect();
    }),
    listen(window, "offline", () => (panel.online = false)),
    listen(window, "pagehide", () => store.leave()),
    listen(window, "pageshow", () => store.comeBack()),
    listen(
      window,
      "storage",
      (event) => void kept((keeping) => keeping.storageChanged(event as StorageEvent)),
    ),
  ];
  panel.config = config();
  host.frame.append(panel);
  // Painted once closed, so that opening is a change that can be animated.
  void host.frame.offsetWidth;
  void restore();
  if (openState.wasOpen()) host.open = true;
  applyConfig();
  // Nobody sees it in English first.
  panel.hidden = !language.isReady;
  void language.ready.then(() => (panel.hidden = false));
  void live.fetchRemote().then((changed) => changed && applyConfig());

  return {
    attributeChanged: applyConfig,
    dispose() {
      for (const cleanUp of cleanUps) cleanUp();
      openState.unpush();
      store.dispose();
      panel.remove();
    },
    show,
    hide,
    toggle: () => (openState.isOpen ? hide() : show()),
    async ask(question: string) {
      if (config().mode !== "inline" && !openState.isOpen) await show();
      await ask(String(question));
    },
    stop: () => store.stop(),
    async clear() {
      await restored;
      emit("assistant-clear");
      store.clear();
    },
    focusInput: () => (config().mode === "inline" ? panel.focusInput() : show()),
    async getTranscript() {
      await restored;
      return (await loadContinuity()).toTranscript(store.state.turns);
    },
    async consentGranted() {
      if (consented) return;
      consented = true;
      applyConfig();
      // What was kept comes back first: what is shown now is added to it, and never written over it.
      await restore();
      keeper.keep(store.state);
      openState.keep();
    },
    async consentRevoked() {
      consented = false;
      applyConfig();
      await forget();
    },
    exportData,
    async deleteData() {
      store.clear();
      store.setDraft("");
      await forget();
    },
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

function listen(target: EventTarget, type: string, listener: (event: Event) => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
