import { describe, expect, it } from "vitest";
import type { DropReason } from "../../../../corpus/formats/document.ts";
import { standaloneContext } from "../../../../corpus/parse/dialects/dialect-context.ts";
import { fillErb } from "../../../../corpus/parse/erb/fill-erb.ts";
import { MISSING_CONTENT, UNKNOWN_VALUE } from "../../../../corpus/parse/marks.ts";

interface Given {
  fields?: Record<string, unknown>;
  files?: Record<string, string>;
  isErb?: boolean;
}

function fill(source: string, { fields = {}, files = {}, isErb = true }: Given = {}) {
  const dropped: [DropReason, string][] = [];
  const context = {
    ...standaloneContext(),
    fields,
    include: (path: string) => files[path],
    drop: (reason: DropReason, text: string) => void dropped.push([reason, text.replace(/\s+/g, " ").trim()]),
  };
  const config = { tech_docs: { service_name: "Kilns", contact: { email: "ask@kilns.example" } } };
  const text = fillErb(source, context, { isErb, source: "source", address: "/guide.html", config });
  return { text, dropped };
}

function filled(source: string, given: Given = {}): string {
  const { text, dropped } = fill(source, given);
  expect(dropped).toEqual([]);
  return text.trim();
}

describe("values", () => {
  it.each([
    ["<%= current_page.data.title %>", "Ring kilns"],
    ["<%= current_page.data[:title].upcase -%>", "RING KILNS"],
    ['<%= current_page.data["absent"] %>', ""],
    ["<%= current_page.url %>", "/guide.html"],
    ["<%= config[:tech_docs][:service_name] %>", "Kilns"],
    ["<%= config[:tech_docs].dig(:contact, :email) %>", "ask@kilns.example"],
    ["<%= data.prices.brick.euro + 1 %>", "4"],
    ['<%= "#{current_page.data.title} of #{data.prices.brick.name}" %>', "Ring kilns of brick"],
    ["<%= current_page.data.short || current_page.data.title %>", "Ring kilns"],
    ["<%= current_page.data.draft? 'yes' : 'no' %>", UNKNOWN_VALUE],
    ["<%= current_page.data.title == 'Ring kilns' ? 'yes' : 'no' %>", "yes"],
    ["<%= 'shown' if current_page.data.title %><%= 'not' unless current_page.data.title %>", "shown"],
    ["<% name = 'coal' %><%= name %>", "coal"],
    ["<%%= literal %%>", "<%= literal %>"],
    ["a <%# a note %>b", "a b"],
  ])("%s", (source, expected) => {
    const files = { "/data/prices.yml": "brick:\n  name: brick\n  euro: 3\n" };
    const { text } = fill(`x ${source} y`, { fields: { title: "Ring kilns" }, files });
    expect(text).toBe(`x ${expected} y`);
  });

  it("leave a mark where only the build knows them", () => {
    expect(fill("We have <%= ENV['KILNS'] %> kilns.")).toEqual({
      text: `We have ${UNKNOWN_VALUE} kilns.`,
      dropped: [],
    });
    expect(fill("Before.\n\n<%= kiln_table(sort: true) %>\n\nAfter.")).toEqual({
      text: `Before.\n\n${MISSING_CONTENT}\n\nAfter.`,
      dropped: [["component", ""]],
    });
  });
});

describe("helpers", () => {
  it.each([
    ["<%= link_to 'Coal & ash', '/coal.html', class: 'link' %>", '<a href="/coal.html">Coal &amp; ash</a>'],
    ["<%= link_to('Coal', '/coal.html') %>", '<a href="/coal.html">Coal</a>'],
    [
      "<%= link_to '/coal.html' do %>All of <b>coal</b><% end %>",
      '<a href="/coal.html">All of <b>coal</b></a>',
    ],
    ["<%= mail_to 'ask@kilns.example' %>", '<a href="mailto:ask@kilns.example">ask@kilns.example</a>'],
    ["<%= image_tag 'kiln.png', :alt => 'A kiln' %>", '<img src="kiln.png" alt="A kiln">'],
    ["<%= warning_text('It is hot.') %>", "<p>It is hot.</p>"],
    ['<%= govukInsetText({\n  text: "It is hot."\n}) %>', "<p>It is hot.</p>"],
    ["<%= govukDetails(summaryText: 'Why') do %>Because.<% end %>", "<p>Why</p>\n<p>Because.</p>"],
    ["<%= content_tag :p, 'It is hot.' %>", "<p>It is hot.</p>"],
    ["<% own_frame do %>It is hot.<% end %>", "It is hot."],
    ["<%= format_date(current_page.data.date) %>", "4 March 2025"],
    ["<%= stylesheet_link_tag 'site' %>", ""],
  ])("%s", (source, expected) => {
    expect(filled(`x ${source} y`, { fields: { date: "2025-03-04" } })).toBe(`x ${expected} y`);
  });
});

describe("parts of a page", () => {
  it("are found beside it, and from the folder of the pages", () => {
    const files = {
      "parts/_beside.md": "Beside.",
      "/source/parts/_rooted.md.erb": "Of <%= current_page.data.title %>: <%= tone %>, <%= locals[:tone] %>.",
      "/source/parts/plain.erb": "Plain.",
    };
    const source =
      "<%= partial 'parts/beside' %>\n\n<%= partial(\"parts/rooted\", locals: { tone: 'warm' }) %>\n\n<%= render 'parts/plain' %>\n\n<%= partial :\"parts/beside\" %>";
    expect(filled(source, { files, fields: { title: "Kilns" } })).toBe(
      "Beside.\n\nOf Kilns: warm, warm.\n\nPlain.\n\nBeside.",
    );
  });

  it("hold parts of their own, found from where they lie", () => {
    const files = {
      "/source/a/_one.md.erb": "# One\n\n<%= partial 'two' %>",
      "/source/a/_two.md": "---\ntitle: x\n---\nTwo.",
    };
    expect(filled("<%= partial 'a/one' %>", { files })).toBe("# One\n\nTwo.");
  });

  it("that are missing, in a circle or of another kind are counted", () => {
    const files = {
      "/source/_ring.md.erb": "Ring.\n\n<%= partial 'ring' %>\n",
      "/source/_table.haml": "%table",
    };
    const { text, dropped } = fill(
      "<%= partial 'ring' %>\n\n<%= partial 'gone' %>\n\n<%= partial 'table' %>",
      { files },
    );
    expect(text.split(MISSING_CONTENT)).toHaveLength(4);
    expect(text).toContain("Ring.");
    expect(dropped.map(([reason]) => reason)).toEqual(["include-missing", "include-missing", "component"]);
  });

  it("are run where their names say so: else ERB is a sample in code, and a slip in prose", () => {
    const body = "<%= current_page.data.title %> and `<%= title %>`\n\n```erb\n<%= title %>\n```";
    const expected = "Kilns and `<%= title %>`\n\n```erb\n<%= title %>\n```";
    expect(filled(body, { isErb: false, fields: { title: "Kilns" } })).toBe(expected);
    expect(
      filled("<%= partial 'x' %>", { files: { "/source/_x.md": body }, fields: { title: "Kilns" } }),
    ).toBe(expected);
  });
});

describe("code", () => {
  it("chooses what is shown where the condition is known", () => {
    const source =
      "<% if current_page.data.open %>\nOpen.\n<% elsif current_page.data.title.present? %>\nNamed.\n<% else %>\nNone.\n<% end %>\n";
    expect(filled(source, { fields: { open: true } })).toBe("Open.");
    expect(filled(source, { fields: { open: false, title: "x" } })).toBe("Named.");
    expect(filled(source)).toBe("None.");
    expect(filled("<% unless current_page.data.open %>Shut.<% end %>")).toBe("Shut.");
    expect(
      filled(
        "<% case current_page.data.kind %>\n<% when 'ring' %>\nRing.\n<% when 'shaft' %>\nShaft.\n<% end %>",
        {
          fields: { kind: "shaft" },
        },
      ),
    ).toBe("Shaft.");
  });

  it("shows the first branch where it is not, and counts the others", () => {
    expect(fill("<% if ENV['OPEN'] %>\nOpen now.\n<% else %>\nShut today.\n<% end %>\n")).toEqual({
      text: "Open now.\n",
      dropped: [["unknown-value", "Shut today."]],
    });
  });

  it("goes through lists of data, and counts what only the build lists", () => {
    const files = { "/data/kilns.json": '[{"name":"Ring","days":9},{"name":"Shaft","days":2}]' };
    const source =
      "<% data.kilns.each do |kiln| %>\n- <%= kiln.name %>: <%= kiln[:days] %> days\n<% end %>\n";
    expect(filled(source, { files })).toBe("- Ring: 9 days\n- Shaft: 2 days");
    expect(
      filled("<% data.kilns.each_with_index do |kiln, at| %><%= at %><%= kiln.name %> <% end %>", { files }),
    ).toBe("0Ring 1Shaft");
    expect(fill("<% current_page.children.each do |page| %>\n- See <%= page.url %>\n<% end %>\n")).toEqual({
      text: "",
      dropped: [["unknown-value", "- See"]],
    });
  });

  it("is never shown, whatever it is", () => {
    const source =
      "<% content_for :sidebar do %>\nMenu\n<% end %>\nA <% puts [1, 2].map { |n| n * 2 } %>b.\n<% require 'x'; y = lambda do |z| %>\nIn it.\n<% end %>\n<% end %>\n<% @kilns = \"<b>\" %>\n";
    const { text, dropped } = fill(source);
    expect(text.replace(/\s+/g, " ")).toBe("A b. In it. ");
    expect(dropped).toEqual([["furniture", "Menu"]]);
  });

  it("ends soon, however often marks are not closed or lists nest", () => {
    expect(fill("<% if x %>".repeat(20_000)).text).toBe("");
    expect(fill(`a ${"<%= ((((".repeat(5000)}`).text.startsWith("a ")).toBe(true);
    const files = { "/data/list.json": JSON.stringify(Array.from({ length: 200 }, (_, index) => index)) };
    const nested = "<% data.list.each do |a| %>".repeat(8) + "<%= a %>" + "<% end %>".repeat(8);
    expect(fill(nested, { files }).text.length).toBeLessThan(20_000);
  });
});
