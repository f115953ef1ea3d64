/** The words in which facts are told, in the languages that the product speaks; English for the others. */
export interface Words {
  /** Heading and first words of a sentence. */
  openingHours: string;
  /** A name with what it is the name of, within a sentence. @param kind in English, as its type says it. */
  named: (kind: string | undefined, name: string) => string;
  isOpen: (name: string, hours: string) => string;
  closed: string;
  openAllDay: string;
  /** "Monday to Friday". */
  to: string;
  and: string;
  or: string;
  from: string;
  until: string;
  on: string;
  exceptions: string;
  publicHolidays: string;
  addressOf: (name: string, address: string) => string;
  phoneOf: (name: string, phone: string) => string;
  faxOf: (name: string, fax: string) => string;
  emailOf: (name: string, email: string) => string;
  contact: string;
  priceRangeOf: (name: string, range: string) => string;
  payment: string;
  areaServed: string;
  price: string;
  costs: (name: string, price: string) => string;
  costsBetween: (name: string, low: string, high: string) => string;
  costsFrom: (name: string, low: string) => string;
  free: (name: string) => string;
  availability: Readonly<Record<string, string>>;
  rating: (value: string, best: string, count: string | undefined) => string;
  brand: string;
  articleNumber: string;
  condition: string;
  validUntil: string;
  takesPlace: (name: string, when: string, where: string | undefined) => string;
  online: string;
  organiser: string;
  performer: string;
  cancelled: string;
  postponed: string;
  rescheduled: string;
  tickets: string;
  ingredients: string;
  steps: string;
  tools: string;
  supplies: string;
  prepTime: string;
  cookTime: string;
  totalTime: string;
  duration: string;
  servings: string;
  jobAt: (title: string, company: string) => string;
  place: string;
  salary: string;
  employment: string;
  applyBy: string;
  provider: string;
  video: string;
  hour: (count: number) => string;
  minute: (count: number) => string;
  day: (count: number) => string;
}

/** "the restaurant Lupo" at the beginning of a sentence. */
function capitalise(name: string): string {
  return name.startsWith("the ") ? `T${name.slice(1)}` : name;
}

const nameAlone: Words["named"] = (_, name) => name;

const count = (one: string, many: string) => (value: number) => `${value} ${value === 1 ? one : many}`;

const en: Words = {
  openingHours: "Opening hours",
  named: (kind, name) =>
    kind === undefined || name.toLowerCase().includes(kind) ? name : `the ${kind} ${name}`,
  isOpen: (name, hours) => `${capitalise(name)} is open ${hours}.`,
  closed: "closed",
  openAllDay: "24 hours",
  to: "to",
  and: "and",
  or: "or",
  from: "from",
  until: "until",
  on: "on",
  exceptions: "Exceptions",
  publicHolidays: "public holidays",
  addressOf: (name, address) => `The address of ${name} is ${address}.`,
  phoneOf: (name, phone) => `The phone number of ${name} is ${phone}.`,
  faxOf: (name, fax) => `The fax number of ${name} is ${fax}.`,
  emailOf: (name, email) => `The e-mail address of ${name} is ${email}.`,
  contact: "Contact",
  priceRangeOf: (name, range) => `The price range of ${name} is ${range}.`,
  payment: "Payment accepted",
  areaServed: "Area served",
  price: "Price",
  costs: (name, price) => `${name} costs ${price}.`,
  costsBetween: (name, low, high) => `${name} costs between ${low} and ${high}.`,
  costsFrom: (name, low) => `${name} costs from ${low}.`,
  free: (name) => `${name} is free of charge.`,
  availability: {
    InStock: "In stock.",
    OutOfStock: "Out of stock.",
    SoldOut: "Sold out.",
    PreOrder: "Available for pre-order.",
    PreSale: "Available for pre-order.",
    BackOrder: "On back order.",
    Discontinued: "Discontinued.",
    InStoreOnly: "In stores only.",
    OnlineOnly: "Online only.",
    LimitedAvailability: "Only a few left.",
  },
  rating: (value, best, ratings) =>
    `Rated ${value} of ${best}${ratings === undefined ? "" : ` by ${ratings} people`}.`,
  brand: "Brand",
  articleNumber: "Article number",
  condition: "Condition",
  validUntil: "Valid until",
  takesPlace: (name, when, where) =>
    `${name} takes place ${when}${where === undefined ? "" : ` at ${where}`}.`,
  online: "online",
  organiser: "Organiser",
  performer: "With",
  cancelled: "The event is cancelled.",
  postponed: "The event is postponed.",
  rescheduled: "The event has a new date.",
  tickets: "Tickets",
  ingredients: "Ingredients",
  steps: "Steps",
  tools: "Tools",
  supplies: "What is needed",
  prepTime: "Preparation time",
  cookTime: "Cooking time",
  totalTime: "Time in total",
  duration: "Duration",
  servings: "Makes",
  jobAt: (title, company) => `${company} is hiring: ${title}.`,
  place: "Place",
  salary: "Salary",
  employment: "Employment",
  applyBy: "Apply by",
  provider: "Provider",
  video: "Video",
  hour: count("hour", "hours"),
  minute: count("minute", "minutes"),
  day: count("day", "days"),
};

const de: Words = {
  openingHours: "Öffnungszeiten",
  named: nameAlone,
  isOpen: (name, hours) => `${name} hat geöffnet: ${hours}.`,
  closed: "geschlossen",
  openAllDay: "24 Stunden",
  to: "bis",
  and: "und",
  or: "oder",
  from: "ab",
  until: "bis",
  on: "am",
  exceptions: "Ausnahmen",
  publicHolidays: "Feiertage",
  addressOf: (name, address) => `Die Adresse von ${name} lautet ${address}.`,
  phoneOf: (name, phone) => `Die Telefonnummer von ${name} lautet ${phone}.`,
  faxOf: (name, fax) => `Die Faxnummer von ${name} lautet ${fax}.`,
  emailOf: (name, email) => `Die E-Mail-Adresse von ${name} lautet ${email}.`,
  contact: "Kontakt",
  priceRangeOf: (name, range) => `Die Preisklasse von ${name} ist ${range}.`,
  payment: "Zahlungsarten",
  areaServed: "Einzugsgebiet",
  price: "Preis",
  costs: (name, price) => `${name} kostet ${price}.`,
  costsBetween: (name, low, high) => `${name} kostet zwischen ${low} und ${high}.`,
  costsFrom: (name, low) => `${name} kostet ab ${low}.`,
  free: (name) => `${name} ist kostenlos.`,
  availability: {
    InStock: "Auf Lager.",
    OutOfStock: "Nicht auf Lager.",
    SoldOut: "Ausverkauft.",
    PreOrder: "Vorbestellbar.",
    PreSale: "Vorbestellbar.",
    BackOrder: "Nachbestellt, bald wieder lieferbar.",
    Discontinued: "Nicht mehr im Sortiment.",
    InStoreOnly: "Nur im Geschäft erhältlich.",
    OnlineOnly: "Nur online erhältlich.",
    LimitedAvailability: "Nur noch wenige vorhanden.",
  },
  rating: (value, best, ratings) =>
    `Bewertet mit ${value} von ${best}${ratings === undefined ? "" : ` (${ratings} Bewertungen)`}.`,
  brand: "Marke",
  articleNumber: "Artikelnummer",
  condition: "Zustand",
  validUntil: "Gültig bis",
  takesPlace: (name, when, where) =>
    `${name} findet ${when} statt${where === undefined ? "" : `, Ort: ${where}`}.`,
  online: "online",
  organiser: "Veranstalter",
  performer: "Mit",
  cancelled: "Die Veranstaltung ist abgesagt.",
  postponed: "Die Veranstaltung ist verschoben.",
  rescheduled: "Die Veranstaltung hat einen neuen Termin.",
  tickets: "Karten",
  ingredients: "Zutaten",
  steps: "Schritte",
  tools: "Werkzeug",
  supplies: "Was gebraucht wird",
  prepTime: "Vorbereitungszeit",
  cookTime: "Kochzeit",
  totalTime: "Zeit insgesamt",
  duration: "Dauer",
  servings: "Ergibt",
  jobAt: (title, company) => `${company} sucht: ${title}.`,
  place: "Ort",
  salary: "Gehalt",
  employment: "Anstellung",
  applyBy: "Bewerbung bis",
  provider: "Anbieter",
  video: "Video",
  hour: count("Stunde", "Stunden"),
  minute: count("Minute", "Minuten"),
  day: count("Tag", "Tage"),
};

const fr: Words = {
  openingHours: "Horaires d'ouverture",
  named: nameAlone,
  isOpen: (name, hours) => `${name} est ouvert : ${hours}.`,
  closed: "fermé",
  openAllDay: "24 heures sur 24",
  to: "à",
  and: "et",
  or: "ou",
  from: "à partir du",
  until: "jusqu'au",
  on: "le",
  exceptions: "Exceptions",
  publicHolidays: "jours fériés",
  addressOf: (name, address) => `L'adresse de ${name} est ${address}.`,
  phoneOf: (name, phone) => `Le numéro de téléphone de ${name} est ${phone}.`,
  faxOf: (name, fax) => `Le numéro de fax de ${name} est ${fax}.`,
  emailOf: (name, email) => `L'adresse e-mail de ${name} est ${email}.`,
  contact: "Contact",
  priceRangeOf: (name, range) => `La gamme de prix de ${name} est ${range}.`,
  payment: "Moyens de paiement",
  areaServed: "Zone desservie",
  price: "Prix",
  costs: (name, price) => `${name} coûte ${price}.`,
  costsBetween: (name, low, high) => `${name} coûte entre ${low} et ${high}.`,
  costsFrom: (name, low) => `${name} coûte à partir de ${low}.`,
  free: (name) => `${name} est gratuit.`,
  availability: {
    InStock: "En stock.",
    OutOfStock: "En rupture de stock.",
    SoldOut: "Épuisé.",
    PreOrder: "Disponible en précommande.",
    PreSale: "Disponible en précommande.",
    BackOrder: "En réapprovisionnement.",
    Discontinued: "N'est plus vendu.",
    InStoreOnly: "En magasin seulement.",
    OnlineOnly: "En ligne seulement.",
    LimitedAvailability: "Plus que quelques exemplaires.",
  },
  rating: (value, best, ratings) =>
    `Noté ${value} sur ${best}${ratings === undefined ? "" : ` par ${ratings} personnes`}.`,
  brand: "Marque",
  articleNumber: "Référence",
  condition: "État",
  validUntil: "Valable jusqu'au",
  takesPlace: (name, when, where) =>
    `${name} a lieu ${when}${where === undefined ? "" : `, lieu : ${where}`}.`,
  online: "en ligne",
  organiser: "Organisateur",
  performer: "Avec",
  cancelled: "L'événement est annulé.",
  postponed: "L'événement est reporté.",
  rescheduled: "L'événement a une nouvelle date.",
  tickets: "Billets",
  ingredients: "Ingrédients",
  steps: "Étapes",
  tools: "Outils",
  supplies: "Ce qu'il faut",
  prepTime: "Temps de préparation",
  cookTime: "Temps de cuisson",
  totalTime: "Temps total",
  duration: "Durée",
  servings: "Pour",
  jobAt: (title, company) => `${company} recrute : ${title}.`,
  place: "Lieu",
  salary: "Salaire",
  employment: "Emploi",
  applyBy: "Candidature avant le",
  provider: "Proposé par",
  video: "Vidéo",
  hour: count("heure", "heures"),
  minute: count("minute", "minutes"),
  day: count("jour", "jours"),
};

const es: Words = {
  openingHours: "Horario",
  named: nameAlone,
  isOpen: (name, hours) => `${name} abre: ${hours}.`,
  closed: "cerrado",
  openAllDay: "24 horas",
  to: "a",
  and: "y",
  or: "o",
  from: "desde el",
  until: "hasta el",
  on: "el",
  exceptions: "Excepciones",
  publicHolidays: "festivos",
  addressOf: (name, address) => `La dirección de ${name} es ${address}.`,
  phoneOf: (name, phone) => `El número de teléfono de ${name} es ${phone}.`,
  faxOf: (name, fax) => `El número de fax de ${name} es ${fax}.`,
  emailOf: (name, email) => `El correo electrónico de ${name} es ${email}.`,
  contact: "Contacto",
  priceRangeOf: (name, range) => `El rango de precios de ${name} es ${range}.`,
  payment: "Formas de pago",
  areaServed: "Zona de servicio",
  price: "Precio",
  costs: (name, price) => `${name} cuesta ${price}.`,
  costsBetween: (name, low, high) => `${name} cuesta entre ${low} y ${high}.`,
  costsFrom: (name, low) => `${name} cuesta desde ${low}.`,
  free: (name) => `${name} es gratis.`,
  availability: {
    InStock: "Disponible.",
    OutOfStock: "Agotado.",
    SoldOut: "Agotado.",
    PreOrder: "Disponible en preventa.",
    PreSale: "Disponible en preventa.",
    BackOrder: "Pendiente de reposición.",
    Discontinued: "Descatalogado.",
    InStoreOnly: "Solo en tienda.",
    OnlineOnly: "Solo en línea.",
    LimitedAvailability: "Quedan pocas unidades.",
  },
  rating: (value, best, ratings) =>
    `Valoración de ${value} sobre ${best}${ratings === undefined ? "" : ` (${ratings} valoraciones)`}.`,
  brand: "Marca",
  articleNumber: "Referencia",
  condition: "Estado",
  validUntil: "Válido hasta el",
  takesPlace: (name, when, where) =>
    `${name} se celebra ${when}${where === undefined ? "" : `, lugar: ${where}`}.`,
  online: "en línea",
  organiser: "Organiza",
  performer: "Con",
  cancelled: "El evento está cancelado.",
  postponed: "El evento está aplazado.",
  rescheduled: "El evento tiene una nueva fecha.",
  tickets: "Entradas",
  ingredients: "Ingredientes",
  steps: "Pasos",
  tools: "Herramientas",
  supplies: "Lo que se necesita",
  prepTime: "Tiempo de preparación",
  cookTime: "Tiempo de cocción",
  totalTime: "Tiempo total",
  duration: "Duración",
  servings: "Para",
  jobAt: (title, company) => `${company} busca: ${title}.`,
  place: "Lugar",
  salary: "Salario",
  employment: "Contrato",
  applyBy: "Solicitudes hasta el",
  provider: "Ofrecido por",
  video: "Vídeo",
  hour: count("hora", "horas"),
  minute: count("minuto", "minutos"),
  day: count("día", "días"),
};

const it: Words = {
  openingHours: "Orari di apertura",
  named: nameAlone,
  isOpen: (name, hours) => `${name} è aperto: ${hours}.`,
  closed: "chiuso",
  openAllDay: "24 ore su 24",
  to: "a",
  and: "e",
  or: "o",
  from: "dal",
  until: "fino al",
  on: "il",
  exceptions: "Eccezioni",
  publicHolidays: "giorni festivi",
  addressOf: (name, address) => `L'indirizzo di ${name} è ${address}.`,
  phoneOf: (name, phone) => `Il numero di telefono di ${name} è ${phone}.`,
  faxOf: (name, fax) => `Il numero di fax di ${name} è ${fax}.`,
  emailOf: (name, email) => `L'indirizzo e-mail di ${name} è ${email}.`,
  contact: "Contatti",
  priceRangeOf: (name, range) => `La fascia di prezzo di ${name} è ${range}.`,
  payment: "Metodi di pagamento",
  areaServed: "Area servita",
  price: "Prezzo",
  costs: (name, price) => `${name} costa ${price}.`,
  costsBetween: (name, low, high) => `${name} costa tra ${low} e ${high}.`,
  costsFrom: (name, low) => `${name} costa a partire da ${low}.`,
  free: (name) => `${name} è gratuito.`,
  availability: {
    InStock: "Disponibile.",
    OutOfStock: "Non disponibile.",
    SoldOut: "Esaurito.",
    PreOrder: "Disponibile in prevendita.",
    PreSale: "Disponibile in prevendita.",
    BackOrder: "In riassortimento.",
    Discontinued: "Fuori produzione.",
    InStoreOnly: "Solo in negozio.",
    OnlineOnly: "Solo online.",
    LimitedAvailability: "Ultimi pezzi.",
  },
  rating: (value, best, ratings) =>
    `Valutazione ${value} su ${best}${ratings === undefined ? "" : ` (${ratings} valutazioni)`}.`,
  brand: "Marca",
  articleNumber: "Codice articolo",
  condition: "Condizione",
  validUntil: "Valido fino al",
  takesPlace: (name, when, where) =>
    `${name} si svolge ${when}${where === undefined ? "" : `, luogo: ${where}`}.`,
  online: "online",
  organiser: "Organizzatore",
  performer: "Con",
  cancelled: "L'evento è annullato.",
  postponed: "L'evento è rinviato.",
  rescheduled: "L'evento ha una nuova data.",
  tickets: "Biglietti",
  ingredients: "Ingredienti",
  steps: "Passaggi",
  tools: "Attrezzi",
  supplies: "Occorrente",
  prepTime: "Tempo di preparazione",
  cookTime: "Tempo di cottura",
  totalTime: "Tempo totale",
  duration: "Durata",
  servings: "Per",
  jobAt: (title, company) => `${company} cerca: ${title}.`,
  place: "Luogo",
  salary: "Stipendio",
  employment: "Contratto",
  applyBy: "Candidature entro il",
  provider: "Offerto da",
  video: "Video",
  hour: count("ora", "ore"),
  minute: count("minuto", "minuti"),
  day: count("giorno", "giorni"),
};

const pt: Words = {
  openingHours: "Horário de funcionamento",
  named: nameAlone,
  isOpen: (name, hours) => `${name} está aberto: ${hours}.`,
  closed: "fechado",
  openAllDay: "24 horas",
  to: "a",
  and: "e",
  or: "ou",
  from: "a partir de",
  until: "até",
  on: "em",
  exceptions: "Exceções",
  publicHolidays: "feriados",
  addressOf: (name, address) => `O endereço de ${name} é ${address}.`,
  phoneOf: (name, phone) => `O telefone de ${name} é ${phone}.`,
  faxOf: (name, fax) => `O fax de ${name} é ${fax}.`,
  emailOf: (name, email) => `O e-mail de ${name} é ${email}.`,
  contact: "Contato",
  priceRangeOf: (name, range) => `A faixa de preço de ${name} é ${range}.`,
  payment: "Formas de pagamento",
  areaServed: "Área de atendimento",
  price: "Preço",
  costs: (name, price) => `${name} custa ${price}.`,
  costsBetween: (name, low, high) => `${name} custa entre ${low} e ${high}.`,
  costsFrom: (name, low) => `${name} custa a partir de ${low}.`,
  free: (name) => `${name} é gratuito.`,
  availability: {
    InStock: "Em estoque.",
    OutOfStock: "Fora de estoque.",
    SoldOut: "Esgotado.",
    PreOrder: "Disponível em pré-venda.",
    PreSale: "Disponível em pré-venda.",
    BackOrder: "Aguardando reposição.",
    Discontinued: "Fora de linha.",
    InStoreOnly: "Somente na loja.",
    OnlineOnly: "Somente online.",
    LimitedAvailability: "Últimas unidades.",
  },
  rating: (value, best, ratings) =>
    `Avaliação de ${value} em ${best}${ratings === undefined ? "" : ` (${ratings} avaliações)`}.`,
  brand: "Marca",
  articleNumber: "Código do artigo",
  condition: "Condição",
  validUntil: "Válido até",
  takesPlace: (name, when, where) =>
    `${name} acontece ${when}${where === undefined ? "" : `, local: ${where}`}.`,
  online: "online",
  organiser: "Organização",
  performer: "Com",
  cancelled: "O evento foi cancelado.",
  postponed: "O evento foi adiado.",
  rescheduled: "O evento tem uma nova data.",
  tickets: "Ingressos",
  ingredients: "Ingredientes",
  steps: "Passos",
  tools: "Ferramentas",
  supplies: "O que é preciso",
  prepTime: "Tempo de preparo",
  cookTime: "Tempo de cozimento",
  totalTime: "Tempo total",
  duration: "Duração",
  servings: "Rende",
  jobAt: (title, company) => `${company} contrata: ${title}.`,
  place: "Local",
  salary: "Salário",
  employment: "Contrato",
  applyBy: "Candidaturas até",
  provider: "Oferecido por",
  video: "Vídeo",
  hour: count("hora", "horas"),
  minute: count("minuto", "minutos"),
  day: count("dia", "dias"),
};

const nl: Words = {
  openingHours: "Openingstijden",
  named: nameAlone,
  isOpen: (name, hours) => `${name} is open: ${hours}.`,
  closed: "gesloten",
  openAllDay: "24 uur",
  to: "tot en met",
  and: "en",
  or: "of",
  from: "vanaf",
  until: "tot en met",
  on: "op",
  exceptions: "Uitzonderingen",
  publicHolidays: "feestdagen",
  addressOf: (name, address) => `Het adres van ${name} is ${address}.`,
  phoneOf: (name, phone) => `Het telefoonnummer van ${name} is ${phone}.`,
  faxOf: (name, fax) => `Het faxnummer van ${name} is ${fax}.`,
  emailOf: (name, email) => `Het e-mailadres van ${name} is ${email}.`,
  contact: "Contact",
  priceRangeOf: (name, range) => `De prijsklasse van ${name} is ${range}.`,
  payment: "Betaalmethoden",
  areaServed: "Werkgebied",
  price: "Prijs",
  costs: (name, price) => `${name} kost ${price}.`,
  costsBetween: (name, low, high) => `${name} kost tussen ${low} en ${high}.`,
  costsFrom: (name, low) => `${name} kost vanaf ${low}.`,
  free: (name) => `${name} is gratis.`,
  availability: {
    InStock: "Op voorraad.",
    OutOfStock: "Niet op voorraad.",
    SoldOut: "Uitverkocht.",
    PreOrder: "Te reserveren.",
    PreSale: "Te reserveren.",
    BackOrder: "In nabestelling.",
    Discontinued: "Niet meer leverbaar.",
    InStoreOnly: "Alleen in de winkel.",
    OnlineOnly: "Alleen online.",
    LimitedAvailability: "Nog maar enkele over.",
  },
  rating: (value, best, ratings) =>
    `Beoordeeld met ${value} van ${best}${ratings === undefined ? "" : ` (${ratings} beoordelingen)`}.`,
  brand: "Merk",
  articleNumber: "Artikelnummer",
  condition: "Staat",
  validUntil: "Geldig tot",
  takesPlace: (name, when, where) =>
    `${name} vindt plaats ${when}${where === undefined ? "" : `, locatie: ${where}`}.`,
  online: "online",
  organiser: "Organisator",
  performer: "Met",
  cancelled: "Het evenement is afgelast.",
  postponed: "Het evenement is uitgesteld.",
  rescheduled: "Het evenement heeft een nieuwe datum.",
  tickets: "Kaarten",
  ingredients: "Ingrediënten",
  steps: "Stappen",
  tools: "Gereedschap",
  supplies: "Benodigdheden",
  prepTime: "Voorbereidingstijd",
  cookTime: "Kooktijd",
  totalTime: "Totale tijd",
  duration: "Duur",
  servings: "Voor",
  jobAt: (title, company) => `${company} zoekt: ${title}.`,
  place: "Plaats",
  salary: "Salaris",
  employment: "Dienstverband",
  applyBy: "Solliciteren tot",
  provider: "Aanbieder",
  video: "Video",
  hour: count("uur", "uur"),
  minute: count("minuut", "minuten"),
  day: count("dag", "dagen"),
};

const WORDS: Readonly<Record<string, Words>> = { en, de, fr, es, it, pt, nl };

export interface Speech {
  words: Words;
  /** For names of days and months, and for numbers. */
  locale: string;
}

/** @param language BCP 47. */
export function speechOf(language: string): Speech {
  const base = language.toLowerCase().split("-", 1)[0] ?? "";
  const words = Object.hasOwn(WORDS, base) ? WORDS[base] : undefined;
  return words === undefined ? { words: en, locale: "en" } : { words, locale: language };
}
