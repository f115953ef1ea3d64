/**
 * Brings the public documentation that answers are learned from and measured on to `.cache/documentation`, each at the commit that
 * its questions were written for:
 *
 *     node tests/training/fetch-documentation.ts
 *
 * Needs git and a network. Nothing of it is kept in this repository but the questions in
 * `tests/retrieval/documentation/`, which are our own writing.
 */
import { join } from "node:path";
import { FETCHED_FOLDER, TRAINING_SITES, UNSEEN_SITES } from "../retrieval/documentation-questions.ts";
import { fetchRepositoryFolder, type RepositoryFolder } from "../support/fetch-repository.ts";

const FETCHED_SITES = [...TRAINING_SITES, ...UNSEEN_SITES];

const SITES: Record<(typeof FETCHED_SITES)[number], RepositoryFolder> = {
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
};

for (const site of FETCHED_SITES) {
  const { repository, commit } = SITES[site];
  const isNew = fetchRepositoryFolder(SITES[site], join(FETCHED_FOLDER, site));
  console.log(isNew ? `${site}: ${repository} at ${commit.slice(0, 12)}` : `${site}: is there already`);
}
