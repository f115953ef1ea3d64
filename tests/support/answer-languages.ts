/**
 * Beginnings of answers that a model might give, with the question and the language of the page that it was asked on.
 * `wrong`: surely in another language than asked. The first half was looked at while the check was made, the second half
 * (every second line) only counted.
 */
export interface AnswerBeginning {
  verdict: "right" | "wrong";
  locale: string;
  question: string;
  answer: string;
}

const LINES = `
right|en|How do I install it?|To install it, run \`npm create lumen\` in an empty folder [1].
right|en|How do I install it?|Run this command:\\n\\n\`\`\`sh\\nnpm create lumen@latest\\n\`\`\`\\n\\nThe wizard asks for a template. [1]
wrong|en|How do I install it?|Um es zu installieren, führen Sie diesen Befehl in einem leeren Ordner aus. [1]
wrong|en|How do I install it?|Para instalarlo, ejecute este comando en una carpeta vacía y elija una plantilla. [1]
wrong|en|What does the team plan cost?|Le forfait équipe coûte 12 euros par poste et par mois. [1] La facturation est annuelle. [1]
right|en|What does the team plan cost?|12 euros per seat and month [1].
right|en|What does the team plan cost?|The **Équipe** plan costs 12 euros per seat and month, and "Entreprise" costs 30. [1]
wrong|en|Do you ship to Austria?|Ja, wir liefern auch nach Österreich. Der Versand kostet 8 Euro und dauert etwa drei Tage. [2]
right|en|Do you ship to Austria?|Yes. Österreichische Post delivers within three days [2].
right|en|Is breakfast included?|Yes [1].
wrong|en|Is breakfast included?|是的，所有房间都包含早餐，早餐时间为七点到十点。[1]
wrong|en|Is breakfast included?|Sì, la colazione è inclusa in tutte le camere e viene servita dalle 7 alle 10. [1]
right|en|Where is the trattoria Da Enzo?|Trattoria Da Enzo al 29 is in Via dei Vascellari 29, Rome [3].
right|en|Compare Personal and Team|| Plan | Price |\\n| --- | --- |\\n| Personal | free [1] |\\n| Team | 12 euros [1] |
right|en|What is hygge?|"Hygge" is a Danish word for cosiness; our cabins are built around it [2].
wrong|en|Can I bring my dog?|Sim, os cães são bem-vindos em todos os quartos por uma taxa de 10 euros por noite. [1]
wrong|en|Can I bring my dog?|Ja hoor, honden zijn welkom in alle kamers voor een toeslag van 10 euro per nacht. [1]
right|en|Can I bring my dog?|Dogs are welcome in all rooms for a fee of 10 euros a night [1].
right|en|Which options does the build command have?|\`--out\`, \`--base-url\`, \`--site\` and \`--language\` [1].
right|en|Is there a museum in Schloss Schönbrunn?|Schloss Schönbrunn and the Kaiserliche Wagenburg Wien are both museums [2].
right|de|Wie installiere ich das?|Führen Sie in einem leeren Ordner \`npm create lumen\` aus. [1]
wrong|de|Wie installiere ich das?|Run \`npm create lumen\` in an empty folder and choose a template from the list. [1]
wrong|de|Wie installiere ich das?|To install it, you need Node.js 20 or newer. Then run the wizard in an empty folder. [1]
right|de|Was kostet der Team-Tarif?|12 Euro pro Platz und Monat. [1]
right|de|Was kostet der Team-Tarif?|Der Team-Tarif kostet 12 Euro pro Platz und Monat [1].
wrong|de|Was kostet der Team-Tarif?|The team plan costs 12 euros per seat and month, and it is billed once a year. [1]
wrong|de|Habt ihr heute geöffnet?|Yes, we are open today from 9 to 17, as it is a Monday. [1]
right|de|Habt ihr heute geöffnet?|Ja, heute ist Montag, und montags haben wir von 9 bis 17 Uhr geöffnet. [1]
right|de|Habt ihr heute geöffnet?|Ja [1].
right|de|Wo finde ich die Einstellungen?|**Settings > Privacy > Advanced options**: Dort schalten Sie die Speicherung aus. [1]
right|de|Wo finde ich die Einstellungen?|Unter "Manage your account and billing details" finden Sie alle Einstellungen. [1]
wrong|de|Wo finde ich die Einstellungen?|Vous trouverez tous les réglages dans le menu de votre compte, sous Confidentialité. [1]
right|de|Was macht getStaticPaths?|\`getStaticPaths()\` liefert die Pfade einer dynamischen Route. [1]
wrong|de|Was macht getStaticPaths?|\`getStaticPaths()\` returns the list of paths that should be rendered for a dynamic route. [1]
right|de|Unterschied zwischen Free und Pro?|| | Free | Pro |\\n| --- | --- | --- |\\n| Seats | 1 | 10 |\\n\\nPro hat mehr Plätze. [1]
wrong|de|Unterschied zwischen Free und Pro?|Here is a comparison of both plans: the Pro plan has more seats and better support. [1]
wrong|de|Kann man stornieren?|您可以在入住前两天免费取消预订，之后将收取一晚的费用。[1]
right|de|Kann man stornieren?|Bis zwei Tage vor der Anreise kostenlos, danach kostet es eine Nacht. [1]
right|de|Gibt es Support?|Premium Support ist im Enterprise Plan enthalten. [1]
right|de|Gibt es Support?|Es gibt einen Live Chat, ein Help Center und Office Hours für Power User. [1]
right|es|¿Cómo lo instalo?|Ejecute \`npm create lumen\` en una carpeta vacía. [1]
wrong|es|¿Cómo lo instalo?|Run \`npm create lumen\` in an empty folder and follow the steps of the wizard. [1]
wrong|es|¿Cuánto cuesta el plan de equipo?|The team plan costs 12 euros per seat and month. It is billed once a year. [1]
right|es|¿Cuánto cuesta el plan de equipo?|Cuesta 12 euros por persona y mes. [1]
right|es|¿Cuánto cuesta el plan de equipo?|El plan Team cuesta 12 euros por asiento y mes, facturados cada año [1].
wrong|es|¿Está abierto hoy?|Sim, hoje estamos abertos das 9 às 17 horas, porque é segunda-feira. [1]
right|es|¿Está abierto hoy?|Sí, hoy es lunes y abrimos de 9 a 17. [1]
right|es|¿Está abierto hoy?|No [1].
wrong|es|¿Puedo llevar a mi perro?|Oui, les chiens sont les bienvenus dans toutes les chambres pour 10 euros par nuit. [1]
right|es|¿Puedo llevar a mi perro?|Los perros pueden alojarse en todas las habitaciones por 10 euros la noche. [1]
right|es|¿Qué es el Check-in Express?|Check-in Express permite entrar sin pasar por recepción. [2]
right|es|¿Qué es el Check-in Express?|**Fast Lane Check-in Express** es el servicio para entrar sin esperar. [2]
wrong|es|¿Hacen envíos a Portugal?|Ja, wir liefern nach Portugal, und der Versand dauert etwa fünf Werktage. [1]
right|es|¿Hacen envíos a Portugal?|Sí, con CTT Expresso, en tres días laborables. [1]
right|fr|Comment l'installer ?|Lancez \`npm create lumen\` dans un dossier vide. [1]
wrong|fr|Comment l'installer ?|You can install it by running the wizard in an empty folder on your computer. [1]
wrong|fr|Combien coûte l'offre équipe ?|The team plan costs 12 euros per seat and month, with a free trial of 14 days. [1]
right|fr|Combien coûte l'offre équipe ?|12 euros par utilisateur et par mois, avec un essai de 14 jours. [1]
right|fr|Combien coûte l'offre équipe ?|L'offre coûte 12 € par mois [1].
right|fr|Êtes-vous ouverts aujourd'hui ?|Oui, de 9 h à 17 h, car nous sommes lundi. [1]
wrong|fr|Êtes-vous ouverts aujourd'hui ?|Yes, we are open today from 9 am to 5 pm because it is Monday. [1]
wrong|fr|Êtes-vous ouverts aujourd'hui ?|Sí, hoy es lunes y estamos abiertos desde las 9 hasta las 17 horas. [1]
right|fr|Puis-je annuler ?|Oui, gratuitement jusqu'à deux jours avant l'arrivée. [1]
wrong|fr|Puis-je annuler ?|Sie können bis zwei Tage vor der Anreise kostenlos stornieren, danach kostet es eine Nacht. [1]
right|fr|Où changer mon mot de passe ?|« Account > Security > Change password » : cliquez puis confirmez par courriel. [1]
right|fr|Où changer mon mot de passe ?|Dans les paramètres du compte, sous Security. [1]
right|fr|Que fait useState ?|\`useState\` garde une valeur entre deux rendus. [1]
right|fr|Que fait useState ?|\`\`\`js\\nconst [count, setCount] = useState(0);\\n\`\`\`\\n\\nCe crochet garde une valeur entre deux rendus. [1]
right|it|Come si installa?|Esegua \`npm create lumen\` in una cartella vuota. [1]
wrong|it|Come si installa?|Run the wizard in an empty folder, choose a template and wait until it has finished. [1]
wrong|it|Quanto costa il piano team?|El plan de equipo cuesta 12 euros por persona y mes, con una prueba de 14 días. [1]
right|it|Quanto costa il piano team?|Costa 12 euro per utente al mese, con una prova gratuita di 14 giorni. [1]
right|it|Quanto costa il piano team?|12 euro al mese per utente [1].
wrong|it|Siete aperti oggi?|We are open today from nine to five, and tomorrow as well. [1]
right|it|Siete aperti oggi?|Sì, oggi è lunedì e siamo aperti dalle 9 alle 17. [1]
right|it|Posso portare il cane?|I cani sono benvenuti in tutte le camere per 10 euro a notte. [1]
wrong|it|Posso portare il cane?|Les chiens sont acceptés dans toutes les chambres moyennant un supplément de 10 euros. [1]
right|it|Dove trovo la fattura?|Nella pagina Billing, sotto Invoices. [1]
right|it|Dove trovo la fattura?|**Billing > Invoices > Download PDF**. La fattura arriva anche per e-mail. [1]
right|pt|Como instalo?|Execute \`npm create lumen\` numa pasta vazia. [1]
wrong|pt|Como instalo isto?|Run the installer in an empty folder and follow the instructions on the screen. [1]
wrong|pt|Quanto custa o plano de equipa?|El plan de equipo cuesta 12 euros por persona y mes y se factura una vez al año. [1]
right|pt|Quanto custa o plano de equipa?|Custa 12 euros por pessoa e por mês, faturados uma vez por ano. [1]
right|pt|Está aberto hoje?|Sim, hoje é segunda-feira e estamos abertos das 9 às 17. [1]
wrong|pt|Está aberto hoje?|Yes, today is Monday and we are open from nine until five. [1]
right|pt|Posso levar o meu cão?|Sim, por 10 euros por noite. [1]
right|pt|Posso levar o meu cão?|Os cães são bem-vindos em todos os quartos. [1]
wrong|pt|Fazem envios para Espanha?|Ja, wir versenden nach Spanien, und es dauert ungefähr drei Werktage. [1]
right|pt|O que é o Fast Checkout?|Fast Checkout é a saída sem passar pela receção. [1]
right|nl|Hoe installeer ik het?|Voer \`npm create lumen\` uit in een lege map. [1]
wrong|nl|Hoe installeer ik het?|Run the wizard in an empty folder and choose the template that you like. [1]
wrong|nl|Wat kost het teamabonnement?|Der Team-Tarif kostet 12 Euro pro Platz und Monat und wird jährlich abgerechnet. [1]
right|nl|Wat kost het teamabonnement?|Het kost 12 euro per persoon per maand. [1]
right|nl|Wat kost het teamabonnement?|12 euro per maand [1].
right|nl|Zijn jullie vandaag open?|Ja, vandaag is het maandag en zijn we van 9 tot 17 uur open. [1]
wrong|nl|Zijn jullie vandaag open?|Yes, we are open today, since it is Monday, from nine to five. [1]
right|nl|Mag mijn hond mee?|Honden zijn welkom in alle kamers voor 10 euro per nacht. [1]
right|nl|Waar vind ik mijn factuur?|Onder "Billing and invoices" in uw account. [1]
wrong|nl|Waar vind ik mijn factuur?|You will find all invoices in your account under the billing section. [1]
right|pl|Jak to zainstalować?|Uruchom \`npm create lumen\` w pustym folderze i wybierz szablon. [1]
wrong|pl|Jak to zainstalować na moim komputerze?|Run the wizard in an empty folder and choose a template from the list. [1]
right|pl|Ile kosztuje plan zespołowy?|Plan zespołowy kosztuje 12 euro miesięcznie za osobę. [1]
wrong|pl|Ile kosztuje plan zespołowy w tym roku?|Der Team-Tarif kostet 12 Euro pro Platz und Monat und wird jährlich abgerechnet. [1]
right|sv|Hur installerar jag det?|Kör \`npm create lumen\` i en tom mapp och välj en mall. [1]
wrong|sv|Hur installerar jag det på min dator?|Run the wizard in an empty folder and choose a template from the list. [1]
right|da|Hvad koster holdplanen?|Den koster 12 euro pr. bruger om måneden. [1]
right|da|Hvornår har I åbent i dag?|Vi har åbent fra klokken 9 til 17 i dag, fordi det er mandag. [1]
right|nb|Hvor mye koster lagplanen?|Den koster 12 euro per bruker i måneden, og faktureres en gang i året. [1]
right|cs|Kolik stojí týmový tarif?|Stojí 12 eur za osobu a měsíc. [1]
wrong|cs|Kolik stojí týmový tarif pro deset lidí?|It costs 12 euros per seat and month, so ten people pay 120 euros a month. [1]
right|tr|Takım planı ne kadar?|Takım planı kişi başına ayda 12 avrodur. [1]
wrong|tr|Takım planı ne kadar tutuyor?|The team plan costs 12 euros per seat and month, billed once a year. [1]
right|fi|Paljonko tiimitilaus maksaa?|Tilaus maksaa 12 euroa kuukaudessa käyttäjää kohden. [1]
right|hu|Mennyibe kerül a csapatcsomag?|A csapatcsomag havonta 12 euróba kerül személyenként. [1]
right|ro|Cât costă planul de echipă?|Planul de echipă costă 12 euro pe lună pentru fiecare persoană. [1]
right|ca|Quant costa el pla d'equip?|El pla d'equip costa 12 euros per persona i mes, i es factura cada any. [1]
right|vi|Gói nhóm giá bao nhiêu?|Gói nhóm có giá 12 euro mỗi người mỗi tháng. [1]
right|id|Berapa harga paket tim?|Paket tim berharga 12 euro per orang setiap bulan. [1]
right|ja|チームプランはいくらですか？|チームプランは1人あたり月額12ユーロです。[1]
wrong|ja|チームプランはいくらですか？|The team plan costs 12 euros per seat and month, billed once a year. [1]
wrong|ja|チームプランはいくらですか？|团队套餐每人每月十二欧元，按年计费，并且可以免费试用十四天。[1]
right|ja|インストール方法は？|\`npm create lumen\` を空のフォルダーで実行します。[1]
right|ja|GitHub Actionsで使えますか？|GitHub Actions、GitLab CI、CircleCIで利用できます。[1]
right|ja|営業時間は？|午前九時～午後五時。[1]
right|zh|团队套餐多少钱？|团队套餐每人每月 12 欧元。[1]
wrong|zh|团队套餐多少钱？|The team plan costs 12 euros per seat and month, with a trial of 14 days. [1]
right|zh|怎么安装？|在空文件夹中运行 \`npm create lumen\`，然后选择模板。[1]
right|zh|什么是“おまかせ”套餐？|“おまかせ”套餐由厨师当天决定，每人八十欧元，包含饮料。[1]
right|zh|支持哪些浏览器？|Chrome、Firefox、Safari 和 Edge 的最新版本都支持。[1]
right|ko|팀 요금제는 얼마인가요?|팀 요금제는 한 사람당 월 12유로입니다. [1]
wrong|ko|팀 요금제는 얼마인가요?|The team plan costs 12 euros per seat and month, billed once a year. [1]
right|ar|كم تكلفة خطة الفريق؟|تكلفة خطة الفريق 12 يورو للشخص شهريًا. [1]
wrong|ar|كم تكلفة خطة الفريق؟|The team plan costs 12 euros per seat and month, billed once a year. [1]
right|fa|قیمت طرح تیمی چقدر است؟|قیمت طرح تیمی ماهانه ۱۲ یورو برای هر نفر است. [1]
right|he|כמה עולה תוכנית הצוות?|תוכנית הצוות עולה 12 אירו לאדם בחודש. [1]
wrong|he|כמה עולה תוכנית הצוות?|It costs 12 euros for each person and month, and there is a free trial. [1]
right|ru|Сколько стоит командный тариф?|Командный тариф стоит 12 евро за человека в месяц. [1]
wrong|ru|Сколько стоит командный тариф?|The team plan costs 12 euros per seat and month, billed once a year. [1]
right|uk|Скільки коштує командний тариф?|Командний тариф коштує 12 євро за людину на місяць. [1]
right|bg|Колко струва екипният план?|Екипният план струва 12 евро на човек месечно. [1]
right|el|Πόσο κοστίζει το πλάνο ομάδας;|Το πλάνο ομάδας κοστίζει 12 ευρώ ανά άτομο τον μήνα. [1]
wrong|el|Πόσο κοστίζει το πλάνο ομάδας;|It costs 12 euros for each person and month, and there is a free trial. [1]
right|th|แผนทีมราคาเท่าไร|แผนทีมราคา 12 ยูโรต่อคนต่อเดือน [1]
right|hi|टीम प्लान कितने का है?|टीम प्लान की कीमत 12 यूरो प्रति व्यक्ति प्रति माह है। [1]
wrong|hi|टीम प्लान कितने का है?|The team plan costs 12 euros per seat and month, billed once a year. [1]
right|en|Translate to Spanish: the pool is open from 9 to 17|La piscina está abierta de las 9 a las 17 horas todos los días. [1]
right|en|Translate your cancellation policy into German|Sie können bis zwei Tage vor der Anreise kostenlos stornieren, danach kostet es eine Nacht. [1]
right|en|Can you answer in French? What does the team plan cost?|Le forfait équipe coûte 12 euros par poste et par mois, avec un essai gratuit. [1]
right|de|Bitte auf Englisch: Was kostet der Team-Tarif?|The team plan costs 12 euros per seat and month, billed once a year. [1]
right|de|Wie heißt das auf Spanisch?|La tarifa de equipo cuesta 12 euros por persona y mes en todos los países. [1]
right|es|Responde en inglés, por favor: ¿está abierto hoy?|Yes, we are open today from nine to five, since it is Monday. [1]
right|fr|Peux-tu répondre en allemand ? Êtes-vous ouverts ?|Ja, wir haben heute von 9 bis 17 Uhr geöffnet, denn es ist Montag. [1]
right|it|Rispondi in inglese: quanto costa il piano team?|The team plan costs 12 euros per seat and month, billed once a year. [1]
right|en|Do you have the docs in Japanese?|はい、日本語のドキュメントがあります。[1]
right|en|Do you have the docs in Japanese?|Yes, the documentation has been translated into Japanese and Korean. [1]
right|de|\`astro.config.mjs\`|Die Datei \`astro.config.mjs\` hält alle Einstellungen des Projekts. [1]
right|en|\`astro.config.mjs\`|The file \`astro.config.mjs\` holds all settings of the project. [1]
wrong|de|HSTS TLS 1.3|HSTS est activé par défaut pour tous les domaines, et TLS 1.3 est toujours utilisé. [1]
right|de|HSTS TLS 1.3|HSTS ist für alle Domains eingeschaltet, und TLS 1.3 wird immer verwendet. [1]
right|en|Lumen Pro|Lumen Pro is the plan for teams of up to fifty people. [1]
right|fr|Lumen Pro|Lumen Pro est l'offre pour les équipes de cinquante personnes au plus. [1]
right|en|pricing|12 euros per seat and month [1].
right|de|pricing|The team plan costs 12 euros per seat and month, billed once a year. [1]
right|de|Preise|Der Team-Tarif kostet 12 Euro pro Platz und Monat, der persönliche nichts. [1]
right|en|What does "Gemütlichkeit" mean in your brochure?|"Gemütlichkeit ist für uns das Wichtigste im ganzen Haus" is our motto; it means cosiness. [1]
right|en|Who wrote La Casa de los Espíritus?|La Casa de los Espíritus was written by Isabel Allende in 1982. [2]
right|en|What is on the menu tonight?|- Boeuf bourguignon avec pommes de terre\\n- Coq au vin\\n- Tarte aux pommes\\n\\nAll three are served from six on. [1]
right|en|Is it open source?|Yes: MIT [1].
right|de|Wie lautet der Befehl?|\`\`\`sh\\ncurl -fsSL https://lumen.example/install.sh -o install.sh\\nsh install.sh --prefix /usr/local --yes\\n\`\`\`
right|es|¿Cuál es el comando?|\`lumen build --out dist --base-url https://example.com\` [1]
right|en|What is your phone number?|+49 30 1234567 [1]
right|de|Wie erreiche ich euch?|Schreiben Sie an hilfe@lumen.example oder rufen Sie an: 030 1234567. [1]
right|en|Who runs it?|Ada Marsh, Jürgen Groß and María Fernández run it. [1]
right|es|¿Quién lo dirige?|Ada Marsh, Jürgen Groß y María Fernández. [1]
wrong|es|¿Quién lo dirige?|It was founded by Ada Marsh in 2019 and she has been running it since then. [1]
wrong|en|Where do I park?|Vous pouvez vous garer devant la maison, la place est gratuite pour les clients. [1]
wrong|en|Where do I park?|ゲストは家の前に無料で駐車できます。予約は必要ありません。[1]
right|en|Where do I park?|In front of the house, next to the "Parken nur für Gäste" sign. [1]
wrong|fr|Où puis-je me garer ?|Può parcheggiare davanti alla casa, il posto è gratuito per tutti gli ospiti. [1]
wrong|it|Dove posso parcheggiare?|Você pode estacionar em frente à casa, a vaga é gratuita para os hóspedes. [1]
wrong|de|Wo kann ich parken?|U kunt voor het huis parkeren, de plaats is gratis voor onze gasten. [1]
wrong|de|Welche Zahlungsarten gibt es?|- Credit card: Visa and Mastercard are accepted in the shop\\n- PayPal: you will be sent to their page [1]
right|de|Welche Zahlungsarten gibt es?|- Visa\\n- Mastercard\\n- PayPal\\n- Apple Pay [1]
right|de|Welche Zahlungsarten gibt es?|1. Kreditkarte (Visa, Mastercard)\\n2. PayPal\\n3. Überweisung [1]
wrong|de|Wie ändere ich mein Passwort?|1. Open the settings of your account.\\n2. Click on "Change password".\\n3. Confirm by e-mail. [1]
right|de|Wie ändere ich mein Passwort?|1. Öffnen Sie die Einstellungen.\\n2. Klicken Sie auf „Change password“.\\n3. Bestätigen Sie per E-Mail. [1]
`;

export const ANSWER_BEGINNINGS: readonly AnswerBeginning[] = LINES.trim()
  .split("\n")
  .map((line) => {
    const [verdict = "", locale = "", question = "", ...answer] = line.split("|");
    return {
      verdict: verdict === "wrong" ? "wrong" : "right",
      locale,
      question,
      answer: answer.join("|").replaceAll("\\n", "\n"),
    };
  });

/** Looked at while the check was made. */
export const SEEN_BEGINNINGS = ANSWER_BEGINNINGS.filter((_, index) => index % 2 === 0);
/** Counted only. */
export const UNSEEN_BEGINNINGS = ANSWER_BEGINNINGS.filter((_, index) => index % 2 === 1);
