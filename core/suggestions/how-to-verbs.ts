/**
 * Verbs that headings of documentation begin with. A closed list: what is not in it is taken for a noun, and no
 * question is made of it, which costs a suggestion and never makes a wrong one.
 */

/** Verbs that are seldom nouns. */
const VERBS =
  "access activate adapt add adjust allow analyze append apply assign attach authenticate avoid book borrow build bundle buy call cancel change choose claim clean collect combine compile compose configure connect consume contact contribute convert copy create customize debug declare define delete deploy detect develop diagnose disable discover donate edit embed enable encrypt enforce ensure estimate evaluate exchange exclude execute expand expose extend extract fetch find fix format forward generate handle hide host hydrate identify implement import improve include inject insert inspect install integrate invalidate invoke isolate join launch limit link list load localize lock log make manage migrate modify monitor move navigate nest obtain omit open optimize order organize overload override overwrite parse pass paste pay perform persist prefetch preload prepare prerender preserve preview prevent process protect provide publish pull push put query read receive record redeem redirect reduce register remove rename render renew rent replace report request reserve reset resolve restart restore restrict retrieve return reuse revert review rewrite run save schedule secure select send serialize serve set share show sign skip specify split start stop store stream style submit switch sync test track transfer transform translate trigger tune uninstall update upgrade upload use validate verify view visit watch wrap write";

/** Of these the ones that are nouns as often: a determiner must follow before they are believed to be verbs. */
const ALSO_NOUNS = new Set(
  "access book build call claim contact copy debug exchange fix format forward host import link list load lock log monitor order pass preview process prefetch preload pull push query redirect record render rent report request reset return review rewrite run set share show sign split start stop store stream style switch test track transfer trigger update upgrade upload use view visit watch work wrap".split(
    " ",
  ),
);

const BASE_VERBS: ReadonlySet<string> = new Set(VERBS.split(" "));

/** Short verbs whose last consonant is doubled. */
const DOUBLING = /^(?:get|set|run|put|stop|skip|split|wrap|log|submit|plug|plan|tag|map|cut|let)$/;

/** "adding" → "add". */
const BASE_OF_GERUND: ReadonlyMap<string, string> = new Map(
  VERBS.split(" ").map((verb) => [gerundOf(verb), verb]),
);

function gerundOf(verb: string): string {
  if (DOUBLING.test(verb)) return `${verb}${verb.at(-1) ?? ""}ing`;
  return /[^eoy]e$/.test(verb) || verb.endsWith("ue") ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}

/** Gerunds that stand before nouns as often as they have them for an object: "calling conventions". */
const ADJECTIVES: ReadonlySet<string> = new Set(
  "booking calling casting cleaning existing loading monitoring ordering reading reporting returning tracking sharing".split(
    " ",
  ),
);

/** With a gerund before them these are one thing: "opening hours", "visiting times", "hosting fees". */
const NAMED_BY_GERUND =
  /^(?:hours|times?|costs?|fees?|rates?|charges|prices?|policy|policies|information|instructions|terms|conditions|cent(?:er|re)|equipment|department|staff|requirements|dates?|lessons|rooms?)$/i;

/** The verb of a gerund that begins a heading, as far as the next word tells; undefined for any other word. */
export function verbOfGerund(word: string, next?: string): string | undefined {
  const gerund = word.toLowerCase();
  if (ADJECTIVES.has(gerund) && !LEADS_OBJECT.test(next ?? "")) return undefined;
  if (NAMED_BY_GERUND.test(next ?? "")) return undefined;
  return BASE_OF_GERUND.get(gerund);
}

/** "running" → "run", whatever stands beside it; undefined for a word that is no gerund of a verb in the list. */
export function baseOfGerund(word: string): string | undefined {
  return BASE_OF_GERUND.get(word.toLowerCase());
}

export function isVerb(word: string): boolean {
  return BASE_VERBS.has(word.toLowerCase());
}

/** Verbs that say something without an object: "build from source", "migrate to version 3". */
const WITHOUT_OBJECT: ReadonlySet<string> = new Set(
  "build connect contribute convert deploy install log migrate navigate publish run sign start subscribe switch uninstall update upgrade".split(
    " ",
  ),
);

export function standsWithoutObject(verb: string): boolean {
  return WITHOUT_OBJECT.has(verb);
}

/** Whether a heading that begins with the word is an instruction, as far as the next word tells. */
export function isInstruction(first: string, second: string | undefined): boolean {
  const verb = first.toLowerCase();
  if (!BASE_VERBS.has(verb) || second === undefined) return false;
  if (NOUN_COMPOUND.test(`${verb} ${second}`)) return false;
  return !ALSO_NOUNS.has(verb) || LEADS_OBJECT.test(second);
}

/** Names of things that begin with a verb. */
const NOUN_COMPOUND =
  /^(?:change (?:requests?|logs?|history|management|sets?)|read (?:replicas?|access)|delete (?:markers?)|install (?:scripts?|options?|configuration|location|size)|include (?:paths?|files?|examples?)|find (?:results?)|search (?:results?))$/i;

const LEADS_OBJECT =
  /^(?:a|an|the|your|our|this|these|that|it|its|all|any|each|every|multiple|several|different|another|more|with|without|in|on|to|from|for|by|into|as|up|via)$/i;

/** Infinitives that headings begin with in Romance languages, and end with in Germanic ones. */
const INFINITIVES: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    es: "actualizar agregar ajustar añadir aplicar cambiar cargar configurar conectar crear definir depurar desactivar deshabilitar desinstalar desplegar editar ejecutar eliminar enviar escribir establecer exportar extender generar gestionar guardar habilitar activar importar incluir iniciar instalar integrar leer limitar manejar migrar modificar mostrar obtener ocultar optimizar organizar pasar personalizar probar proteger publicar quitar redirigir reemplazar renderizar solucionar subir traducir transformar usar utilizar validar verificar",
    fr: "activer actualiser adapter afficher ajouter appliquer charger changer choisir configurer connecter construire convertir créer définir déboguer désactiver désinstaller déployer éditer envoyer étendre exécuter exporter générer gérer importer inclure installer intégrer lancer limiter lire migrer modifier obtenir optimiser organiser passer personnaliser protéger publier récupérer rediriger remplacer renommer supprimer tester traduire transformer utiliser valider vérifier écrire",
    it: "abilitare aggiornare aggiungere applicare attivare cambiare caricare collegare configurare convertire creare definire disabilitare disattivare disinstallare distribuire eliminare eseguire esportare estendere generare gestire importare impostare includere installare integrare inviare leggere limitare migrare modificare mostrare nascondere ottenere ottimizzare organizzare passare personalizzare proteggere pubblicare rimuovere rinominare salvare scegliere scrivere sostituire testare tradurre trasformare usare utilizzare validare verificare",
    pt: "adicionar ajustar alterar aplicar ativar atualizar carregar conectar configurar converter criar definir depurar desativar desinstalar editar enviar escrever estender executar excluir exportar gerar gerenciar habilitar importar incluir instalar integrar ler limitar migrar modificar mostrar obter ocultar otimizar organizar passar personalizar proteger publicar redirecionar remover renomear salvar substituir testar traduzir transformar usar utilizar validar verificar",
    de: "aktivieren aktualisieren anpassen anzeigen auswählen bauen bearbeiten begrenzen bereitstellen deaktivieren deinstallieren einbinden einfügen einrichten einschränken einstellen entfernen erstellen erweitern erzeugen exportieren festlegen hinzufügen hochladen importieren installieren integrieren konfigurieren laden löschen migrieren nutzen optimieren organisieren schreiben schützen speichern starten stoppen testen umbenennen umleiten umwandeln validieren verbinden verhindern veröffentlichen verschieben verwalten verwenden wechseln wählen zurücksetzen ändern übersetzen überprüfen",
    nl: "aanmaken aanpassen activeren beheren beperken bewerken bijwerken bouwen configureren controleren deactiveren exporteren gebruiken genereren importeren inschakelen installeren instellen integreren kiezen laden maken migreren opslaan optimaliseren publiceren schrijven starten stoppen testen toevoegen uitbreiden uitschakelen uploaden valideren verbinden verplaatsen vertalen vervangen verwijderen wijzigen",
  }).map(([language, verbs]) => [language, new Set(verbs.split(" "))]),
);

export function isInfinitive(word: string, language: string): boolean {
  return INFINITIVES[language]?.has(word.toLowerCase()) === true;
}
