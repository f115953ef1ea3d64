/**
 * Headings that shops, restaurants, practices and schools share, with what a visitor asks there: "Opening hours" →
 * "When are you open?". Nouns of which no rule makes a question.
 */
import { baseLanguage } from "../language/base-language.ts";
import type { HeadingQuestion } from "./heading.ts";

type Rows = readonly (readonly [heading: RegExp, question: string])[];

const QUESTIONS: Readonly<Record<string, Rows>> = {
  en: [
    [
      /^(?:our )?(?:opening|business|office|store|shop) (?:hours|times)$|^hours(?: of operation)?$/,
      "When are you open?",
    ],
    [/^(?:shipping|delivery|postage) (?:costs?|charges|fees|rates)$/, "How much does shipping cost?"],
    [/^(?:shipping|delivery) times?$|^how long delivery takes$/, "How long does delivery take?"],
    [/^(?:shipping|delivery)(?: (?:and|&) (?:shipping|delivery))?$/, "How do you ship orders?"],
    [
      /^returns(?: policy)?$|^returns (?:and|&) (?:refunds|exchanges)$|^return policy$/,
      "How do I return an order?",
    ],
    [/^refunds?(?: policy)?$/, "When do I get a refund?"],
    [/^(?:payment|payment (?:methods|options)|how to pay|ways to pay)$/, "How can I pay?"],
    [/^(?:parking|car park|parking spaces)$/, "Where can I park?"],
    [
      /^(?:getting here|how to (?:find|get to|reach) us|how to get here|directions|finding us|location)$/,
      "How do I get to you?",
    ],
    [/^(?:reservations?|table bookings?|bookings?)$/, "How do I make a reservation?"],
    [/^cancellations?(?: policy)?$/, "Can I cancel?"],
    [/^(?:gift (?:vouchers|cards|certificates)|vouchers)$/, "Do you have gift vouchers?"],
    [/^(?:allergies|allergens|allergies and (?:diets|dietary requirements))$/, "What if I have an allergy?"],
    [/^(?:warranty|guarantee)$/, "How long is the warranty?"],
    [/^(?:new patients|becoming a patient)$/, "How do I become a patient?"],
    [/^(?:emergencies|emergency appointments)$/, "What should I do in an emergency?"],
    [/^(?:appointments|booking an appointment)$/, "How do I make an appointment?"],
    [/^term dates$/, "When does term begin and end?"],
    [/^(?:admissions|how to apply)$/, "How do I apply for a place?"],
    [/^(?:school )?uniform$/, "What do pupils wear?"],
    [/^(?:lost property|lost and found)$/, "Where is lost property kept?"],
    [/^sizes$|^size (?:guide|chart)$/, "Which size do I need?"],
    [/^rate limits?$/, "How many requests may I send?"],
    [/^invoices?$/, "Where do I find my invoices?"],
  ],
  de: [
    [/^(?:unsere )?(?:öffnungszeiten|geschäftszeiten|sprechzeiten)$/, "Wann haben Sie geöffnet?"],
    [/^(?:versandkosten|lieferkosten)$/, "Was kostet der Versand?"],
    [/^(?:lieferzeit|lieferzeiten|lieferung)$/, "Wie lange dauert die Lieferung?"],
    [/^(?:rückgabe|rücksendung|retouren|rückgabe und umtausch)$/, "Wie schicke ich etwas zurück?"],
    [/^(?:zahlung|bezahlung|zahlungsarten|zahlungsmethoden)$/, "Wie kann ich bezahlen?"],
    [/^(?:parken|parkplätze)$/, "Wo kann ich parken?"],
    [/^(?:anfahrt|so finden sie uns)$/, "Wie komme ich zu Ihnen?"],
    [/^(?:reservierung|reservierungen)$/, "Wie reserviere ich einen Tisch?"],
    [/^(?:gutscheine|geschenkgutscheine)$/, "Gibt es Gutscheine?"],
  ],
  fr: [
    [/^(?:nos )?horaires(?: d['’]ouverture)?$/, "Quand êtes-vous ouverts ?"],
    [/^(?:frais de (?:livraison|port))$/, "Combien coûte la livraison ?"],
    [/^(?:délais? de livraison|livraison)$/, "Combien de temps prend la livraison ?"],
    [/^(?:retours|retours et remboursements)$/, "Comment retourner un article ?"],
    [/^(?:paiement|moyens de paiement|modes de paiement)$/, "Comment puis-je payer ?"],
    [/^(?:stationnement|parking)$/, "Où puis-je me garer ?"],
    [/^(?:accès|comment venir|venir chez nous)$/, "Comment venir chez vous ?"],
  ],
  es: [
    [/^(?:horario|horarios|horario de (?:apertura|atención))$/, "¿Cuándo están abiertos?"],
    [/^(?:gastos de envío|costes? de envío)$/, "¿Cuánto cuesta el envío?"],
    [/^(?:plazos? de entrega|envíos?)$/, "¿Cuánto tarda el envío?"],
    [/^(?:devoluciones|cambios y devoluciones)$/, "¿Cómo devuelvo un pedido?"],
    [/^(?:pago|formas de pago|métodos de pago)$/, "¿Cómo puedo pagar?"],
    [/^(?:aparcamiento|estacionamiento)$/, "¿Dónde puedo aparcar?"],
    [/^(?:cómo llegar)$/, "¿Cómo llego hasta ustedes?"],
  ],
  it: [
    [/^(?:orari|orari di apertura)$/, "Quando siete aperti?"],
    [/^(?:costi di (?:spedizione|consegna)|spese di spedizione)$/, "Quanto costa la spedizione?"],
    [/^(?:tempi di (?:spedizione|consegna))$/, "Quanto dura la consegna?"],
    [/^(?:resi|resi e rimborsi)$/, "Come restituisco un ordine?"],
    [/^(?:pagamento|pagamenti|metodi di pagamento)$/, "Come posso pagare?"],
    [/^(?:parcheggio)$/, "Dove posso parcheggiare?"],
  ],
  pt: [
    [/^(?:horário|horários|horário de (?:funcionamento|atendimento))$/, "Quando estão abertos?"],
    [/^(?:custos? de envio|portes de envio|frete)$/, "Quanto custa o envio?"],
    [/^(?:prazos? de entrega)$/, "Quanto tempo demora a entrega?"],
    [/^(?:devoluções|trocas e devoluções)$/, "Como devolvo um pedido?"],
    [/^(?:pagamento|formas de pagamento)$/, "Como posso pagar?"],
    [/^(?:estacionamento)$/, "Onde posso estacionar?"],
  ],
  nl: [
    [/^(?:openingstijden|openingsuren)$/, "Wanneer bent u open?"],
    [/^(?:verzendkosten|bezorgkosten)$/, "Wat kost de verzending?"],
    [/^(?:levertijd|levertijden|bezorging)$/, "Hoe lang duurt de levering?"],
    [/^(?:retourneren|retouren)$/, "Hoe stuur ik iets terug?"],
    [/^(?:betalen|betaling|betaalmethoden)$/, "Hoe kan ik betalen?"],
    [/^(?:parkeren)$/, "Waar kan ik parkeren?"],
  ],
};

/** @param heading plain text. @param language BCP 47 */
export function visitorsQuestion(heading: string, language: string): HeadingQuestion | undefined {
  const rows = QUESTIONS[baseLanguage(language)];
  const lower = heading.toLowerCase();
  const question = rows?.find(([pattern]) => pattern.test(lower))?.[1];
  return question === undefined ? undefined : { question, kind: "how-to" };
}
