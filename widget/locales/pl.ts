import type { CreateLocale } from "./create-locale.ts";

/** Polish. */
export const createLocale: CreateLocale = (plural) => ({
  strings: {
    assistantName: "Asystent",
    greeting: "Czego chcesz się dowiedzieć?",
    introduction: "Jestem AI. Odpowiadam na podstawie stron tej witryny i pokazuję źródła.",
    placeholder: "Zadaj pytanie",
    disclaimer: "AI może się mylić. Sprawdź źródła.",
    privacy: {
      session: "Pytania trafiają do asystenta tej witryny. Ta karta przechowuje rozmowę do zamknięcia.",
      device: "Pytania trafiają do asystenta tej witryny. To urządzenie przechowuje rozmowę.",
      none: "Pytania trafiają do asystenta tej witryny. Ta przeglądarka niczego z nich nie przechowuje.",
    },
    send: "Wyślij",
    stop: "Zatrzymaj",
    close: "Zamknij",
    newConversation: "Nowa rozmowa",
    expand: "Powiększ",
    shrink: "Zmniejsz",
    resize: "Zmień rozmiar",
    transcript: "Rozmowa",
    questionSent: "Pytanie wysłane.",
    you: "Twoje pytanie",
    waiting: "Sprawdzam",
    searching: (count) =>
      count === undefined
        ? "Szukam"
        : plural(count, {
            one: "Przeszukuję # stronę",
            few: "Przeszukuję # strony",
            many: "Przeszukuję # stron",
            other: "Przeszukuję # strony",
          }),
    searchedFor: (query) => `Wyszukano: ${query}`,
    reading: (count) =>
      count === undefined
        ? "Czytam"
        : plural(count, {
            one: "Czytam # fragment",
            few: "Czytam # fragmenty",
            many: "Czytam # fragmentów",
            other: "Czytam # fragmentu",
          }),
    writing: () => "Piszę odpowiedź",
    verifying: () => "Sprawdzam odpowiedź",
    answered: "Odpowiedź gotowa.",
    sourceCount: (count) =>
      plural(count, { one: "# źródło.", few: "# źródła.", many: "# źródeł.", other: "# źródła." }),
    codeExample: (count) =>
      plural(count, {
        one: "Przykład kodu, # wiersz",
        few: "Przykład kodu, # wiersze",
        many: "Przykład kodu, # wierszy",
        other: "Przykład kodu, # wiersza",
      }),
    tableOf: (count) =>
      plural(count, {
        one: "Tabela, # kolumna",
        few: "Tabela, # kolumny",
        many: "Tabela, # kolumn",
        other: "Tabela, # kolumny",
      }),
    sources: "Źródła",
    nearestPages: "Strony, które mogą pomóc",
    source: (position, title) => `Źródło ${position}: ${title}`,
    sourcesBelow: (count) =>
      plural(count, {
        one: "# źródło poniżej",
        few: "# źródła poniżej",
        many: "# źródeł poniżej",
        other: "# źródła poniżej",
      }),
    openPage: "Otwórz stronę",
    moreSources: (count) => plural(count, { other: "jeszcze #" }),
    followUps: "Sugerowane pytania",
    starters: "Sugerowane pytania",
    code: "Kod",
    table: "Tabela",
    copy: "Kopiuj",
    copied: "Skopiowano",
    copyCode: "Kopiuj kod",
    wrapCode: "Zawijaj",
    helpful: "Pomocne",
    notHelpful: "Niepomocne",
    thanks: "Dziękujemy.",
    tryAgain: "Spróbuj ponownie",
    askAgain: "Zapytaj ponownie",
    notKept: "Brak miejsca na zachowanie tej rozmowy. Skończy się wraz z tą stroną.",
    newText: "Nowy tekst",
    newAnswer: "Nowa odpowiedź",
    stopped: "Odpowiedź została zatrzymana.",
    prepared: "Przygotowana odpowiedź.",
    cutShort: "Odpowiedź została skrócona.",
    offline: "Brak połączenia.",
    charactersLeft: (count) =>
      plural(count, {
        one: "pozostał # znak",
        few: "pozostały # znaki",
        many: "pozostało # znaków",
        other: "pozostało # znaku",
      }),
    cleared: "Nowa rozmowa.",
    editQuestion: "Edytuj pytanie",
    cancel: "Anuluj",
    ask: "Zapytaj",
    tryAgainIn: (seconds) => `Spróbuj ponownie za ${seconds} s`,
    history: {
      title: "Wcześniejsze rozmowy",
      search: "Szukaj w rozmowach",
      none: "Żadna rozmowa nie zawiera tych słów.",
      rename: (title) => `Zmień nazwę: ${title}`,
      save: "Zapisz",
      remove: (title) => `Usuń: ${title}`,
      deleteForGood: "Usuń na zawsze",
      removed: "Rozmowa usunięta.",
    },
    failures: {
      "offline": "Twoje pytanie jest zachowane i zostanie zadane po powrocie połączenia.",
      "unreachable": "Nie można połączyć się z asystentem.",
      "timeout": "Odpowiedź trwała zbyt długo.",
      "stream-truncated": "Połączenie zostało przerwane, zanim odpowiedź była gotowa.",
      "page-left": "Odpowiedź została przerwana przy zmianie strony.",
      "bad-response": "Nie można odczytać odpowiedzi.",
      "invalid-request": "Zadaj to pytanie innymi słowami.",
      "unauthorized": "Asystent nie jest skonfigurowany dla tej witryny.",
      "origin-not-allowed": "Asystent nie jest skonfigurowany dla tej witryny.",
      "not-found": "Asystent nie jest skonfigurowany dla tej witryny.",
      "too-large": "To pytanie jest za długie.",
      "unsupported-media-type": "Nie można odczytać odpowiedzi.",
      "rate-limited": "Zbyt wiele pytań. Poczekaj chwilę.",
      "budget-exhausted": "Dzisiejszy limit został wyczerpany.",
      "unavailable": "Asystent jest w tej chwili niedostępny.",
      "internal": "Nie udało się odpowiedzieć.",
    },
  },
  searchStrings: {
    placeholder: "Szukaj lub zapytaj",
    results: "Strony i pytania",
    ask: (question) => `Zapytaj: ${question}`,
    recent: "Ostatnie wyszukiwania",
    forgetRecent: "Zapomnij ostatnie wyszukiwania",
    failed: "Nie można połączyć się z wyszukiwarką.",
    pagesFound: (count) =>
      count === 0
        ? "Nie znaleziono żadnej strony."
        : plural(count, {
            one: "Znaleziono # stronę.",
            few: "Znaleziono # strony.",
            many: "Znaleziono # stron.",
            other: "Znaleziono # strony.",
          }),
  },
});
