/**
 * Material for the weights that tell small talk and what is off topic from questions. The public utterances are
 * the one side; the other is made of documentation headings worded as questions, of reading-comprehension
 * questions, and of what visitors ask the company behind a site.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORPORA_FOLDER, readJsonLines } from "../support/corpora.ts";

export interface Utterance {
  text: string;
  intent: string;
  domain: string;
}

export function readUtterances(part: "train" | "val"): Utterance[] {
  return readJsonLines<Utterance>(`routing/clinc150-${part}.jsonl`);
}

/** Domains that no documentation is about. Banking, cards and work are what some sites are about. */
export const OFF_TOPIC_DOMAINS: ReadonlySet<string> = new Set([
  "kitchen_and_dining",
  "auto_and_commute",
  "home",
  "travel",
  "utility",
]);

/** Titles and headings of a folder of Markdown, without marks, in the order of the files. */
export function readHeadings(folder: string): string[] {
  const headings = new Set<string>();
  for (const file of globSync("**/*.{md,mdx}", { cwd: join(CORPORA_FOLDER, folder) }).sort()) {
    const text = readFileSync(join(CORPORA_FOLDER, folder, file), "utf8").replace(/^```[^]*?^```/gmu, "");
    for (const [, heading = ""] of text.matchAll(/^(?:#{1,5}[ \t]+|title:[ \t]*)(.+)$/gmu)) {
      const plain = heading
        .replace(/\{[^}]*\}|<[^>]*>|\[([^\]]*)\]\([^)]*\)/gu, "$1")
        .replace(/^["']|["']$/gu, "")
        .trim();
      if (plain !== "") headings.add(plain);
    }
  }
  return [...headings];
}

/** Domains that the sites of banks, shops and employers are about: no small talk, and not off topic. */
export const SITE_DOMAINS: ReadonlySet<string> = new Set(["banking", "credit_cards", "work"]);

/** A heading is what is asked about: bare, and in the words that questions put around it. */
export const HEADING_WORDINGS: readonly string[] = [
  "#",
  "# docs",
  "what is #",
  "what are #",
  "what does # mean",
  "what is the meaning of #",
  "what is the purpose of #",
  "how do i use #",
  "how does # work",
  "how can i set up #",
  "how to #",
  "where do i find #",
  "where does # come from",
  "who made #",
  "who created #",
  "who is the author of #",
  "how old is #",
  "can you tell me about #",
  "tell me about #",
  "tell me how to #",
  "tell me more about #",
  "give me an example of #",
  "show me #",
  "explain #",
  "do you have #",
  "do you support #",
  "do you know how to #",
  "can i ask about #",
  "can you help me with #",
  "i need help with #",
  "i have a question about #",
  "i would like to know how # works",
  "what can # do",
  "what can i do with #",
  "is # better than the old one",
  "which # should i choose",
  "why does # fail",
  "# not working",
  "what is the name of the # option",
  "is there a # for this",
  "are # supported",
  "what do you think about # versus the default",
  "hi how do i use #",
  "hello what is #",
  "hey can you explain #",
  "thanks and how do i #",
  "thank you but # does not work",
  "ok and what about #",
  "great now how do i #",
  "good morning i have a problem with #",
  "please explain what # does",
  "could you tell me when to use #",
  "who needs #",
  "who is # for",
  "why would i want #",
  "is there anything interesting in #",
  "any information on #",
  "i would like to ask about #",
  "how long does # take",
  "where is # stored",
  "what happens if # is missing",
  "what happens when i change #",
  "is # still maintained",
  "how many # can i have",
  "are there examples of #",
  "do i need #",
  "can # be turned off",
  "what kind of # do you recommend",
  "which # do you use",
  "where are the # kept",
  "in which country is # available",
  "what should i know about # before i start",
  "i have to know where # is",
  "please tell me where to get #",
  "when is the next #",
];

/** What visitors ask the people behind a site: "you" and "your", and no small talk. */
export function companyQuestions(): string[] {
  const things =
    "prices,plans,delivery times,business hours,support hours,payment terms,privacy policy,cancellation policy,warranty,exchange policy,email address,postal address,fax number,vat number,bank details,company name,terms and conditions,api limits,data retention,security practices,uptime guarantee,roadmap,minimum order,fees,rates,courses,products,services,locations,stores,sizes,colours,job openings,team,customers,partners,license,release schedule,browser requirements,cookie policy,discounts,guarantees,subprocessors,certifications".split(
      ",",
    );
  const offers =
    "a newsletter,an android app,a demo,a sandbox,a free version,a student plan,a discount for nonprofits,a refund,an sdk,a python client,a phone line,live chat,a store in berlin,wheelchair access,vegan options,gift vouchers,same day delivery,single sign on,a dark theme,an export,dedicated servers,volume pricing,job openings,a referral program,customer stories,a public roadmap,open source projects,a partner program,trial accounts,a data processing agreement,a returns form,pets in the shop,rooms with a view".split(
      ",",
    );
  const actions =
    "ship to norway,deliver on saturdays,repair old models,accept paypal,issue invoices,store passwords,encrypt backups,sell to companies,offer training,support firefox,work with agencies,charge vat,delete inactive accounts,send reminders,share data with third parties,allow refunds,hire remotely,translate documents,host in europe,install it for me,speak french on the phone,make custom versions,import from excel,integrate with zapier,answer on weekends".split(
      ",",
    );
  const texts = [
    "who is your ceo",
    "who is your founder",
    "who founded the company",
    "who owns the company",
    "what is the name of your founder",
    "when was the company founded",
    "how long has the company existed",
    "where is your company based",
    "where are you based",
    "where are your headquarters",
    "where is your shop",
    "how old is your company",
    "how many employees do you have",
    "are you a registered charity",
    "are you insured",
    "are you open today",
    "are you open on monday",
    "are you closed on holidays",
    "are you certified",
    "are you affiliated with microsoft",
    "are you on twitter",
    "what do you sell",
    "what do you charge",
    "what do you need from me to open an account",
    "what do you offer",
    "what makes you better than others",
    "who do you recommend for hosting",
    "who do i contact about billing",
    "who do i call for repairs",
    "who answers support tickets",
    "how do i reach you",
    "how do i contact you",
    "how can i call you",
    "can i call you on sunday",
    "can i visit you",
    "can i speak to someone in sales",
    "can i talk to an agent",
    "i want to talk to a human",
    "speak to a real person",
    "what name should i use for the project folder",
    "what name should appear on the invoice",
    "how do i change my user name",
    "how do i rename a page",
    "what is my user name",
    "how old must users be",
    "what is the minimum age",
    "how do i set my date of birth",
    "how do i add a bot to my workspace",
    "how do i block bots",
    "is there a bot for slack",
    "how do i train the bot on my data",
    "what is the difference between a bot and an agent",
    "how do i make a thank you email",
    "how do i edit the welcome message",
    "how do i add a joke plugin",
    "life cycle of a component",
    "what is the life of a request",
    "end of life dates",
    "it does not work",
    "it is not working",
    "nothing works",
    "i get an error",
    "i have a problem with my order",
    "i cannot log in",
    "my password is not accepted",
    "is it free",
    "how much is it",
    "what does it cost",
    "does it work offline",
    "is it open source",
    "how does it work",
    "how do i start",
    "how do i stop it",
    "how do i turn it off",
    "what is new",
    "what changed in the last version",
    "which version do i have",
    "where can i read more",
    "where do i start",
    "what should i read first",
    "i am lost in the settings",
    "i do not understand the error message",
    "i do not understand the second step",
  ];
  for (const role of "account manager,press contact,landlord,tax adviser,chief technology officer,hosting provider,auditor,sales lead,lawyer,office dog".split(
    ",",
  )) {
    texts.push(
      `who is your ${role}`,
      `what is the name of your ${role}`,
      `can i talk to your ${role}`,
      `are you the ${role}`,
    );
  }
  for (const place of "warehouse,showroom,data center,parking lot,help desk,factory,studio,bakery,nearest branch,reception".split(
    ",",
  )) {
    texts.push(
      `where is your ${place}`,
      `where can i find your ${place}`,
      `how do i get to your ${place}`,
      `when is your ${place} open`,
    );
  }
  for (const length of "store backups,need for a repair,hold a parcel,keep recordings,take to answer a ticket,support old versions".split(
    ",",
  )) {
    texts.push(`how long do you ${length}`, `why do you ${length}`, `do you ${length}`);
  }
  for (const doing of "selling bikes,a registered company,making software,on the market,members of the chamber,offering courses".split(
    ",",
  )) {
    texts.push(`how long have you been ${doing}`, `since when are you ${doing}`, `are you still ${doing}`);
  }
  for (const having of "reviews,references,testimonials,vacancies,white papers,recommendations for beginners,tutorials,videos,a forum,samples,rooms left,tickets left".split(
    ",",
  )) {
    texts.push(
      `do you have any ${having}`,
      `do you have ${having}`,
      `have you got any ${having}`,
      `can you show me ${having}`,
    );
  }
  for (const being of "the owner of this domain,the publisher,the manufacturer,responsible for the network,licensed in spain,iso certified,vegan,a member of the association,cheaper than others,compatible with linux".split(
    ",",
  )) {
    texts.push(
      `are you ${being}`,
      `why are you ${being}`,
      `who says that you are ${being}`,
      `what makes you ${being}`,
    );
  }
  // The words of small talk, as the names of things.
  for (const name of "joke,pet,name,hobby,fact,birthday,bot,robot,human,life,greeting,thank you,goodbye,hello,age,friend,dog,cat,fun,chat".split(
    ",",
  )) {
    texts.push(
      `${name} template`,
      `${name} settings`,
      `${name} field`,
      `${name} plugin`,
      `${name} page`,
      `edit the ${name} text`,
    );
    texts.push(
      `how do i add a ${name} block`,
      `how can users enter a ${name}`,
      `how do i detect a ${name}`,
      `where is the ${name} setting`,
    );
    texts.push(
      `how do i show a ${name} to my visitors`,
      `why is the ${name} not shown`,
      `what is a ${name} record`,
    );
  }
  for (const thing of things) {
    texts.push(
      `what are your ${thing}`,
      `what is your ${thing}`,
      `tell me your ${thing}`,
      `where are your ${thing}`,
    );
    texts.push(
      `can you tell me your ${thing}`,
      `i would like to know your ${thing}`,
      `${thing}`,
      `your ${thing}`,
    );
  }
  for (const offer of offers) {
    texts.push(`do you have ${offer}`, `do you offer ${offer}`, `have you got ${offer}`, `is there ${offer}`);
    texts.push(
      `do you sell ${offer}`,
      `how do i get ${offer}`,
      `i want ${offer}`,
      `can you give me ${offer}`,
    );
  }
  for (const action of actions) {
    texts.push(`do you ${action}`, `can you ${action}`, `will you ${action}`, `how do you ${action}`);
    texts.push(`are you able to ${action}`, `why do you ${action}`, `when do you ${action}`);
  }
  return texts;
}
