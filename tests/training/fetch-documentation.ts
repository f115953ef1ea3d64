/**
 * Brings the public documentation that answers are learned from and measured on to `.cache/documentation`, each at the commit that
 * its questions were written for:
 *
 *     node tests/training/fetch-documentation.ts
 *
 * Needs git and a network. Nothing of it is kept in this repository but the questions in
 * `tests/retrieval/documentation/`, which are our own writing.
 */
import { readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  EVERYDAY_SITES,
  FETCHED_FOLDER,
  TRAINING_SITES,
  UNSEEN_SITES,
} from "../retrieval/documentation-questions.ts";
import { fetchRepositoryFolder, type RepositoryFolder } from "../support/fetch-repository.ts";

const FETCHED_SITES = [...TRAINING_SITES, ...UNSEEN_SITES, ...EVERYDAY_SITES];

interface Site extends RepositoryFolder {
  /** Parts of that folder in other languages, or made by a machine. */
  without?: readonly string[];
}

const SITES: Record<(typeof FETCHED_SITES)[number], Site> = {
  // CC BY 4.0
  "vue": {
    repository: "https://github.com/vuejs/docs",
    commit: "01e098a967951ea92d09b100b8e7d82c7a3369a2",
    folder: "src",
  },
  // MIT
  "fastapi": {
    repository: "https://github.com/fastapi/fastapi",
    commit: "c3f316b7e814667e8ee81e03a7330d00ee61e45c",
    folder: "docs/en/docs",
  },
  // GFDL 1.3
  "mastodon": {
    repository: "https://github.com/mastodon/documentation",
    commit: "2903485da54a20f1da5e7dfb8b34712e6196e8f7",
    folder: "content/en",
  },
  // Names no licence.
  "handbook": {
    repository: "https://github.com/basecamp/handbook",
    commit: "c9536061f26d0b5bd9f2f900d63e27e9f4deb4ed",
    folder: ".",
  },
  // Apache 2.0
  "hugoDocs": {
    repository: "https://github.com/gohugoio/hugoDocs",
    commit: "1c613349f4220ae84070df25979d720c43e5cfa6",
    folder: "content/en",
  },
  // CC BY 4.0
  "react": {
    repository: "https://github.com/reactjs/react.dev",
    commit: "12d692da47e77cdc558b928fcfbaf4e71c6d0cec",
    folder: "src/content",
  },
  // MIT
  "eslint": {
    repository: "https://github.com/eslint/eslint",
    commit: "c27bc926e496985eb7911c09eb60914b2e4b5d0f",
    folder: "docs/src",
  },
  // CC BY-SA 4.0
  "plausible": {
    repository: "https://github.com/plausible/docs",
    commit: "208d58cab715dffc0ab4e3bd100b2ed0c0e7a0c0",
    folder: "docs",
  },
  // MIT
  "jekyll": {
    repository: "https://github.com/jekyll/jekyll",
    commit: "202df571314ba1d18e9fccd81d12aaad4a703c38",
    folder: "docs/_docs",
  },
  // MIT
  "immer": {
    repository: "https://github.com/immerjs/immer",
    commit: "061c2425e1c9dff89e4e4189d42af1b7839dfe0a",
    folder: "website/docs",
  },
  // MIT
  "moduk": {
    repository: "https://github.com/defencedigital/moduk-service-manual",
    commit: "8c5b206fc54f37a526b39a321b5e26533a02a842",
    folder: "src",
  },
  // CC BY-NC 4.0
  "dxw-playbook": {
    repository: "https://github.com/dxw/playbook",
    commit: "0c7fc5f8bde5bba127edaee94dbdde87ea259d6f",
    folder: "src",
  },
  // AGPL 3.0
  "ente-help": {
    repository: "https://github.com/ente-io/ente",
    commit: "a621d733154a834f23754e7e874de769be532d9d",
    folder: "docs/docs",
  },
  // CC BY-SA 4.0
  "anki": {
    repository: "https://github.com/ankitects/anki-manual",
    commit: "91630ddcdce42a139e6ed1c04ceb0cdf818f746b",
    folder: "src",
  },
  // CC BY 4.0
  "guidebook": {
    repository: "https://github.com/CivicActions/guidebook",
    commit: "cf959508c8c4d3a039a5cc320013713fec7a415c",
    folder: ".",
  },
  // MIT
  "peewee": {
    repository: "https://github.com/coleifer/peewee",
    commit: "408aa4c130267ffd1e3ec5d09c0595e8d9a9bd98",
    folder: "docs",
  },
  // MIT
  "shiori": {
    repository: "https://github.com/go-shiori/shiori",
    commit: "585ea341aa59219b0477f991eadb545d24e3a121",
    folder: "docs",
  },
  // MIT
  "twelve": {
    repository: "https://github.com/heroku/12factor",
    commit: "468c7ac0336cf1ab76ed3dad612928e2ef2d8799",
    folder: "content/en",
  },
  // CC0-1.0
  "18f-accessibility": {
    repository: "https://github.com/18F/accessibility",
    commit: "481ba7ff8101e2b48b4de8b31345212215aa1589",
    folder: "pages",
  },
  // CC0-1.0
  "18f-methods": {
    repository: "https://github.com/18F/methods",
    commit: "f9305795b101763edd7ff3287a6e1005152ca862",
    folder: "_methods",
  },
  // MIT
  "bookstack": {
    repository: "https://github.com/BookStackApp/website",
    commit: "2d710d929c927bcf9004616de3b8d4ed405959f2",
    folder: "content/docs",
  },
  // MIT OR Apache 2.0
  "cargo": {
    repository: "https://github.com/rust-lang/cargo",
    commit: "af373f761aa4e42b093c2e453078fd73c8ce54dd",
    folder: "doc/book/src",
  },
  // MIT
  "dfe-technical-guidance": {
    repository: "https://github.com/DFE-Digital/technical-guidance",
    commit: "997f7b46470e4516b2dc8d9a2fa4bf9b5133798c",
    folder: "source",
  },
  // MIT
  "es-toolkit": {
    repository: "https://github.com/toss/es-toolkit",
    commit: "a1918b04e0e46e70000e0b6b048f1aabaafc1afb",
    folder: "docs",
    without: [
      "ja",
      "ko",
      "zh_hans",
      "compat/reference",
      "fp/reference",
      "iterator/reference",
      "server/reference",
      "types/reference",
      "CLAUDE.md",
    ],
  },
  // MIT
  "espanso": {
    repository: "https://github.com/espanso/website",
    commit: "707cce344bd495e02326d164d277ab713ff9e240",
    folder: "docs",
  },
  // Names no licence.
  "exercism-docs": {
    repository: "https://github.com/exercism/docs",
    commit: "19e037f65284e53912d40b3e6e84fe3432558645",
    folder: ".",
  },
  // CC BY-SA 4.0
  "firefly-iii": {
    repository: "https://github.com/firefly-iii/docs",
    commit: "5cffead4a56d4ffd3ada8ce50c2afea3e1823e8a",
    folder: "docs/docs",
  },
  // AGPL 3.0
  "freshrss": {
    repository: "https://github.com/FreshRSS/FreshRSS",
    commit: "6c58b90518c30a165db1ee8ea34e0f3d12c6c898",
    folder: "docs/en",
  },
  // CC BY-ND 4.0
  "jellyfin": {
    repository: "https://github.com/jellyfin/jellyfin.org",
    commit: "04dc6a60fd7045474ac40b1cac962947a4a9b4a9",
    folder: "docs",
  },
  // ISC
  "lucide": {
    repository: "https://github.com/lucide-icons/lucide",
    commit: "33a44aa8b0b43d9b0ed14eb08860a1b5550a1573",
    folder: "docs",
  },
  // AGPL 3.0
  "mealie": {
    repository: "https://github.com/mealie-recipes/mealie",
    commit: "b5643a9399465d8b4ea339e7a6639df2d697741b",
    folder: "docs/docs",
  },
  // MIT
  "moj-technical-guidance": {
    repository: "https://github.com/ministryofjustice/technical-guidance",
    commit: "d0f7e2a92c88f0c3cca02946d750daabca3c0196",
    folder: "source",
  },
  // Apache 2.0
  "navidrome": {
    repository: "https://github.com/navidrome/website",
    commit: "751651d9f39068d94254279f3d76fa3950871d16",
    folder: "content/en",
  },
  // Names no licence.
  "nhs-quality-framework": {
    repository: "https://github.com/NHSDigital/software-engineering-quality-framework",
    commit: "02563dfce3670db46ad4d9635cd5bebdca8d2934",
    folder: ".",
  },
  // Names no licence.
  "obsidian-help": {
    repository: "https://github.com/obsidianmd/obsidian-help",
    commit: "fa179e91e86eaff5859226cc045c81000d64e3cd",
    folder: "en",
  },
  // Names no licence.
  "open-collective-docs": {
    repository: "https://github.com/opencollective/documentation",
    commit: "bc577f4e1f0240ac6d530d97c3d297f2ec20fbb2",
    folder: ".",
  },
  // CC BY-NC-SA 4.0
  "photoprism": {
    repository: "https://github.com/photoprism/photoprism-docs",
    commit: "6e3c387f498333c6301e0a2e393634dce4069d67",
    folder: "docs/user-guide",
  },
  // CC BY 4.0
  "rladies-guide": {
    repository: "https://github.com/rladies/rladiesguide",
    commit: "abdcbfc9793d3c2d138474c0c3112df62bcfae9f",
    folder: "content",
  },
  // CC BY-NC-SA 4.0
  "solus": {
    repository: "https://github.com/getsolus/help-center-docs",
    commit: "d1846dcacba3d6cdb37dfda33adaff6518dfe553",
    folder: "docs",
  },
  // MIT
  "starlight": {
    repository: "https://github.com/withastro/starlight",
    commit: "3999be7cc18b41095d61e3b63d68ff3e6c6c050b",
    folder: "docs/src/content/docs",
    without: [
      "da",
      "de",
      "es",
      "fa",
      "fr",
      "hi",
      "id",
      "it",
      "ja",
      "ko",
      "pt-br",
      "pt-pt",
      "ru",
      "tr",
      "uk",
      "zh-cn",
    ],
  },
  // MIT
  "strawberry": {
    repository: "https://github.com/strawberry-graphql/strawberry",
    commit: "53008d932ecb2b13d0fb8d8e55395b61e3fcd284",
    folder: "docs",
  },
};

/** Markdown that a template engine reads first, `page.html.md.erb`, is read as what it is. */
function renameTemplates(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const plain = entry.name.replace(/(?:\.html)?\.md\.erb$/, ".md");
    if (plain !== entry.name) renameSync(join(entry.parentPath, entry.name), join(entry.parentPath, plain));
  }
}

for (const site of FETCHED_SITES) {
  const { repository, commit, without = [] } = SITES[site];
  const target = join(FETCHED_FOLDER, site);
  const isNew = fetchRepositoryFolder(SITES[site], target);
  if (isNew) {
    for (const part of without) rmSync(join(target, part), { recursive: true, force: true });
    renameTemplates(target);
  }
  console.log(isNew ? `${site}: ${repository} at ${commit.slice(0, 12)}` : `${site}: is there already`);
}
