import type { CreateLocale } from "./create-locale.ts";

/** Hebrew. */
export const createLocale: CreateLocale = (plural) => ({
  strings: {
    assistantName: "עוזר",
    greeting: "מה תרצו לדעת?",
    introduction: "אני בינה מלאכותית. אני עונה מתוך דפי האתר ומציג את המקורות שלי.",
    placeholder: "שאלו שאלה",
    disclaimer: "בינה מלאכותית עלולה לטעות. בדקו את המקורות.",
    privacy: {
      session: "השאלות נשלחות לעוזר של אתר זה. הלשונית שומרת את השיחה עד לסגירתה.",
      device: "השאלות נשלחות לעוזר של אתר זה. המכשיר שומר את השיחה.",
      none: "השאלות נשלחות לעוזר של אתר זה. הדפדפן אינו שומר מהן דבר.",
    },
    send: "שליחה",
    stop: "עצירה",
    close: "סגירה",
    newConversation: "שיחה חדשה",
    expand: "הגדלה",
    shrink: "הקטנה",
    resize: "שינוי גודל",
    transcript: "שיחה",
    questionSent: "השאלה נשלחה.",
    you: "שאלתם",
    waiting: "בודק",
    searching: (count) =>
      count === undefined
        ? "מחפש"
        : plural(count, { one: "מחפש בדף אחד", two: "מחפש בשני דפים", other: "מחפש ב־# דפים" }),
    searchedFor: (query) => `החיפוש: ${query}`,
    reading: (count) =>
      count === undefined
        ? "קורא"
        : plural(count, { one: "קורא קטע אחד", two: "קורא שני קטעים", other: "קורא # קטעים" }),
    writing: () => "כותב את התשובה",
    verifying: () => "בודק את התשובה",
    answered: "התשובה הושלמה.",
    sourceCount: (count) => plural(count, { one: "מקור אחד.", two: "שני מקורות.", other: "# מקורות." }),
    codeExample: (count) =>
      plural(count, { one: "דוגמת קוד, שורה אחת", two: "דוגמת קוד, שתי שורות", other: "דוגמת קוד, # שורות" }),
    tableOf: (count) =>
      plural(count, { one: "טבלה, עמודה אחת", two: "טבלה, שתי עמודות", other: "טבלה, # עמודות" }),
    sources: "מקורות",
    nearestPages: "דפים שעשויים לעזור",
    source: (position, title) => `מקור ${position}: ${title}`,
    sourcesBelow: (count) =>
      plural(count, { one: "מקור אחד למטה", two: "שני מקורות למטה", other: "# מקורות למטה" }),
    openPage: "פתיחת הדף",
    moreSources: (count) => plural(count, { other: "עוד #" }),
    followUps: "שאלות מוצעות",
    starters: "שאלות מוצעות",
    code: "קוד",
    table: "טבלה",
    copy: "העתקה",
    copied: "הועתק",
    copyCode: "העתקת הקוד",
    wrapCode: "גלישה",
    helpful: "מועיל",
    notHelpful: "לא מועיל",
    thanks: "תודה.",
    tryAgain: "ניסיון נוסף",
    askAgain: "לשאול שוב",
    notKept: "אין מקום לשמור את השיחה. היא תסתיים עם עזיבת הדף.",
    newText: "טקסט חדש",
    newAnswer: "תשובה חדשה",
    stopped: "עצרתם את התשובה.",
    prepared: "תשובה מוכנה מראש.",
    cutShort: "התשובה נקטעה.",
    offline: "אין חיבור לרשת.",
    charactersLeft: (count) =>
      plural(count, { one: "נותר תו אחד", two: "נותרו שני תווים", other: "נותרו # תווים" }),
    cleared: "שיחה חדשה.",
    editQuestion: "עריכת השאלה",
    cancel: "ביטול",
    ask: "לשאול",
    tryAgainIn: (seconds) => `ניסיון נוסף בעוד ${seconds} שנ׳`,
    history: {
      title: "שיחות קודמות",
      search: "חיפוש בשיחות",
      none: "אין שיחה עם המילים האלה.",
      rename: (title) => `שינוי שם: ${title}`,
      save: "שמירה",
      remove: (title) => `מחיקה: ${title}`,
      deleteForGood: "מחיקה לצמיתות",
      removed: "השיחה נמחקה.",
    },
    failures: {
      "offline": "השאלה שלכם נשמרה ותישאל כשהחיבור יחזור.",
      "unreachable": "לא ניתן להגיע לעוזר.",
      "timeout": "התשובה ארכה זמן רב מדי.",
      "stream-truncated": "החיבור נותק לפני שהתשובה הושלמה.",
      "page-left": "התשובה נקטעה כשהדף התחלף.",
      "bad-response": "לא ניתן לקרוא את התשובה.",
      "invalid-request": "נסחו את השאלה במילים אחרות.",
      "unauthorized": "העוזר אינו מוגדר לאתר זה.",
      "origin-not-allowed": "העוזר אינו מוגדר לאתר זה.",
      "not-found": "העוזר אינו מוגדר לאתר זה.",
      "too-large": "השאלה ארוכה מדי.",
      "unsupported-media-type": "לא ניתן לקרוא את התשובה.",
      "rate-limited": "יותר מדי שאלות. המתינו רגע.",
      "budget-exhausted": "המכסה להיום נוצלה.",
      "unavailable": "העוזר אינו זמין כעת.",
      "internal": "התשובה נכשלה.",
    },
  },
  searchStrings: {
    placeholder: "חיפוש או שאלה",
    results: "דפים ושאלות",
    ask: (question) => `לשאול: ${question}`,
    recent: "חיפושים אחרונים",
    forgetRecent: "לשכוח חיפושים אחרונים",
    failed: "לא ניתן להגיע לחיפוש.",
    pagesFound: (count) =>
      count === 0
        ? "לא נמצא דף."
        : plural(count, { one: "נמצא דף אחד.", two: "נמצאו שני דפים.", other: "נמצאו # דפים." }),
  },
});
