/**
 * What no documentation is about, in the languages that no weights were learned for. Plain words (see
 * `plainWords`); a sign of a whole wish is needed, since "forecast" and "recipe" are names of things too.
 */
const WISHES: readonly string[] = [
  // English: what the learned weights see too little of.
  String.raw`(?:tell|know|sing|write) me (?:a|another) (?:joke|story|song|poem)|(?:lottery|powerball) numbers|my horoscope|who (?:will|is going to) win the (?:world cup|election|super bowl|match|game)|weather (?:\w+ ){0,2}(?:today|tomorrow|in|for|like|forecast)|book (?:me )?(?:a|an) (?:flight|hotel|table|taxi|uber)|order (?:me )?(?:a )?pizza|what time is it`,
  // German
  String.raw`wie (?:ist|wird) das wetter|wetter(?:bericht|vorhersage)? (?:heute|morgen|in|fur)|regnet es|rezept fur|wie (?:koche|backe) ich|(?:flug|hotel|tisch|taxi) (?:nach \w+ )?(?:buchen|reservieren|bestellen)|pizza bestellen|lottozahlen|horoskop|wie spat ist es|wer (?:hat|gewinnt) (?:das spiel|die wahl|gestern|die wm)|schreib (?:mir )?ein gedicht|was soll ich (?:heute )?(?:kochen|essen|anziehen)|stell(?:e)? (?:einen|mir einen) wecker`,
  // Spanish
  String.raw`que tiempo (?:hace|hara|hay)|como esta el (?:tiempo|clima)|clima (?:de )?(?:hoy|manana|en)|va a llover|receta (?:de|para)|como (?:cocino|cocinar|preparo una?)|(?:reservar?|reservame|comprar) (?:un )?(?:vuelo|hotel|mesa|taxi)|pedir (?:una )?pizza|numeros de la loteria|horoscopo|que hora es|quien (?:gano|ganara|va a ganar) (?:el|la)|escribe(?:me)? un poema|que (?:puedo )?(?:cocinar|cenar|comer) hoy|pon(?:me)? una alarma`,
  // French
  String.raw`quel temps (?:fait|fera)|meteo (?:de )?(?:aujourdhui|demain|a|pour)|(?:il )?va t ?il pleuvoir|recette (?:de|du|des|pour)|comment cuisiner|(?:reserver|reserve moi) (?:un |une )?(?:vol|hotel|table|taxi)|commander (?:une )?pizza|numeros du loto|horoscope|quelle heure est il|qui (?:a gagne|va gagner|gagnera) (?:le|la)|ecris (?:moi )?un poeme|que (?:manger|cuisiner) (?:ce soir|aujourdhui)|mets (?:un reveil|une alarme)`,
  // Italian
  String.raw`che tempo (?:fa|fara)|(?:previsioni del tempo|meteo) (?:di )?(?:oggi|domani|a|per)|piovera|ricetta (?:della|del|per|di|dei)|come (?:cucino|cucinare|si cucina)|(?:prenota|prenotare|prenotami) (?:un )?(?:volo|hotel|albergo|tavolo|taxi)|ordina(?:re)? (?:una )?pizza|numeri del lotto|oroscopo|che ore? (?:e|sono)|chi (?:ha vinto|vincera) (?:la|il)|scrivi(?:mi)? una poesia|cosa (?:cucino|mangio|posso cucinare) (?:oggi|stasera)|metti una sveglia`,
  // Portuguese
  String.raw`(?:como esta|qual e) o (?:tempo|clima)|previsao do tempo|vai chover|receita (?:de|do|da|para)|como (?:cozinhar|cozinho|fazer um bolo)|(?:reservar|reserve|comprar) (?:um |uma )?(?:voo|hotel|mesa|taxi|passagem)|pedir (?:uma )?pizza|numeros da (?:loteria|mega)|horoscopo|que horas sao|quem (?:ganhou|vai ganhar) (?:o|a)|escreva um poema|o que (?:cozinhar|comer|jantar) hoje|coloque um alarme`,
  // Dutch
  String.raw`wat (?:is het|wordt het|voor) weer|hoe is het weer|weer(?:bericht)? (?:vandaag|morgen|in)|gaat het regenen|recept voor|hoe (?:kook|bak) ik|(?:vlucht|hotel|tafel|taxi) (?:naar \w+ )?(?:boeken|reserveren|bestellen)|pizza bestellen|lottogetallen|horoscoop|hoe laat is het|wie (?:heeft|wint) (?:de|het) (?:wedstrijd|verkiezing|wk)|schrijf (?:een|me een) gedicht|wat (?:eten we|zal ik koken|moet ik koken) (?:vandaag|vanavond)?|zet een wekker`,
];

const PATTERN = new RegExp(`(?:^| )(?:${WISHES.join("|")})(?= |$)`, "u");

export function asksForElsewhere(words: readonly string[]): boolean {
  return PATTERN.test(words.join(" "));
}
