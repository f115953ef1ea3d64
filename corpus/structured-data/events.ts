/** @see https://schema.org/Event @see https://schema.org/Course @see https://schema.org/JobPosting */
import type { OutlineItem } from "../parse/outline.ts";
import { addressWords, dateWords, dayWords, durationWords, priceWords } from "./formatted-values.ts";
import { offerWords } from "./products.ts";
import { facts, labelled, section, unshownText, type SectionContext } from "./section.ts";
import { isThing, localName, textOf, textsOf, thingsOf, valuesOf, type Thing } from "./thing.ts";

export function eventSections(event: Thing, context: SectionContext): OutlineItem[] {
  const name = textOf(event, "name");
  if (name === undefined) return [];
  const [description] = event.properties.get("description") ?? [];
  const body = facts(...eventFacts(event, name, context));
  return body.length === 0 ? [] : section(name, [...body, ...unshownText(description, context)]);
}

function eventFacts(event: Thing, name: string, context: SectionContext): (string | undefined)[] {
  const { speech } = context;
  const { words } = speech;
  const start = dateWords(textOf(event, "startDate"), speech);
  const end = textOf(event, "endDate");
  const sameDay = end !== undefined && textOf(event, "startDate")?.slice(0, 10) === end.slice(0, 10);
  const until =
    end === undefined
      ? undefined
      : sameDay
        ? (/T(\d{2}:\d{2})/.exec(end)?.[1] ?? undefined)
        : dateWords(end, speech);
  const when =
    start === undefined
      ? undefined
      : until === undefined
        ? start
        : `${start}${sameDay ? "–" : ` ${words.to} `}${until}`;
  const status = localName(textOf(event, "eventStatus") ?? "");
  return [
    when === undefined ? undefined : words.takesPlace(name, when, placeWords(event, context)),
    status === "EventCancelled" ? words.cancelled : undefined,
    status === "EventPostponed" ? words.postponed : undefined,
    status === "EventRescheduled" ? words.rescheduled : undefined,
    ...valuesOf(event, "offers")
      .filter(isThing)
      .map((offer) => {
        const said = offerWords(name, offer, context);
        return said === "" || said === undefined ? undefined : `${words.tickets}: ${said}`;
      }),
    labelled(words.performer, textsOf(event, "performer").join(", ")),
    labelled(words.organiser, textOf(event, "organizer")),
  ];
}

function placeWords(event: Thing, { speech: { words } }: SectionContext): string | undefined {
  const places = valuesOf(event, "location").map((place) => {
    if (!isThing(place)) return place;
    if (place.types.includes("VirtualLocation"))
      return [words.online, textOf(place, "url")].filter(Boolean).join(", ");
    const name = textOf(place, "name");
    const address = addressWords(place, "address");
    return [name, address === name ? undefined : address].filter(Boolean).join(", ");
  });
  const said = places.filter((place) => place !== "");
  if (said.length > 0) return said.join(` ${words.and} `);
  return /Online/.test(textOf(event, "eventAttendanceMode") ?? "") ? words.online : undefined;
}

export function courseSections(course: Thing, context: SectionContext): OutlineItem[] {
  const name = textOf(course, "name");
  if (name === undefined) return [];
  const { words } = context.speech;
  const [description] = course.properties.get("description") ?? [];
  const instances = thingsOf(course, "hasCourseInstance");
  return section(name, [
    ...unshownText(description, context),
    ...facts(
      labelled(words.provider, textOf(course, "provider")),
      labelled(words.duration, durationWords(textOf(course, "timeRequired", "duration"), context.speech)),
      ...valuesOf(course, "offers")
        .filter(isThing)
        .map((offer) => offerWords(name, offer, context)),
      ...instances.flatMap((instance) => eventFacts(instance, textOf(instance, "name") ?? name, context)),
    ),
  ]);
}

export function jobSections(job: Thing, context: SectionContext): OutlineItem[] {
  const title = textOf(job, "title", "name");
  if (title === undefined) return [];
  const { speech } = context;
  const { words } = speech;
  const company = textOf(job, "hiringOrganization");
  const place = thingsOf(job, "jobLocation")
    .map((location) => addressWords(location, "address"))
    .filter(Boolean)
    .join("; ");
  const remote = textOf(job, "jobLocationType") === "TELECOMMUTE" ? words.online : "";
  const [description] = job.properties.get("description") ?? [];
  return section(title, [
    ...facts(
      company === undefined ? undefined : words.jobAt(title, company),
      labelled(words.place, [place, remote].filter((text) => text !== "").join(", ")),
      labelled(
        words.employment,
        textsOf(job, "employmentType")
          .map((type) => type.replace(/_/g, " ").toLowerCase())
          .join(", "),
      ),
      labelled(words.salary, salaryWords(job, context)),
      labelled(words.applyBy, dayWords(textOf(job, "validThrough"), speech)),
    ),
    ...unshownText(description, context),
  ]);
}

function salaryWords(job: Thing, { speech }: SectionContext): string | undefined {
  const [salary] = thingsOf(job, "baseSalary");
  const [value] = salary === undefined ? [] : thingsOf(salary, "value");
  if (salary === undefined) {
    const amount = textOf(job, "baseSalary");
    return amount === undefined ? undefined : priceWords(amount, textOf(job, "salaryCurrency"), speech);
  }
  const currency = textOf(salary, "currency") ?? textOf(job, "salaryCurrency");
  const low = value === undefined ? textOf(salary, "value", "minValue") : textOf(value, "minValue", "value");
  const high = value === undefined ? textOf(salary, "maxValue") : textOf(value, "maxValue");
  if (low === undefined) return undefined;
  const unit = value === undefined ? undefined : textOf(value, "unitText")?.toLowerCase();
  const amount = priceWords(low, currency, speech);
  return `${amount}${high === undefined ? "" : `–${priceWords(high, currency, speech)}`}${unit === undefined ? "" : ` / ${unit}`}`;
}

export function videoSections(video: Thing, context: SectionContext): OutlineItem[] {
  const name = textOf(video, "name");
  if (name === undefined) return [];
  const { words } = context.speech;
  const [description] = video.properties.get("description") ?? [];
  const [transcript] = video.properties.get("transcript") ?? [];
  const said = [...unshownText(description, context), ...unshownText(transcript, context)];
  const length = labelled(words.duration, durationWords(textOf(video, "duration"), context.speech));
  return said.length === 0 ? [] : section(`${words.video}: ${name}`, [...said, ...facts(length)]);
}
