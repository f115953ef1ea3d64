/**
 * Words that tell how somebody came to ask, and not what is asked: who else is concerned, when it was, how they feel about
 * it, how much better it should be. A page seldom says them again, and that it does not says nothing. English; other
 * languages have none.
 */
const EVERYDAY_WORDS = `
boss bosses colleague colleagues coworker coworkers friend friends buddy wife husband partner girlfriend boyfriend kid kids
mother father mum mom dad parents son daughter brother sister grandma grandpa aunt uncle neighbour neighbor guy guys folks
lady man woman men women somebody nobody everybody
today tomorrow yesterday tonight morning afternoon evening night weekend ago recently lately nowadays meanwhile afterwards
afterward eventually suddenly finally currently anymore
happy sad sorry afraid scared worried worry annoyed annoying angry confused confusing lost stuck tired sure unsure hate love
loved hope hopefully unfortunately luckily please thanks glad curious weird strange odd funny crazy silly stupid nice cool
great awesome fine perfect terrible horrible awful
said told tell tells asked asks asking heard noticed thought thinking guess suppose supposed wonder wondered remember forgot
seems seemed looks looked feels felt
better best faster fastest easier easiest quicker cheaper cheapest larger largest bigger biggest smaller smallest shorter
longer higher lower worse worst newer older nicer simpler safer stronger
really truly basically literally simply totally completely absolutely definitely probably maybe perhaps somehow anyway
quickly easily properly correctly exactly accidentally suddenly
big small little huge tiny large whole entire own real new old
im ive id ill youre its thats theres whats hows lets dont doesnt didnt cant cannot couldnt shouldnt wouldnt wont isnt arent
wasnt werent havent hasnt aint
one two three four five six seven eight nine ten dozen couple first second third
`;

const WORDS: ReadonlySet<string> = new Set(EVERYDAY_WORDS.split(/\s+/).filter((word) => word !== ""));

/** Short numbers are amounts and dates; longer ones name something. */
const AMOUNT = /^\d{1,3}(?:[.,]\d{1,2})?$/u;

export function isEveryday(word: string): boolean {
  const plain = word.toLowerCase().replace(/['’]/gu, "");
  return WORDS.has(plain) || AMOUNT.test(plain);
}
