# A comment with extensions = []
project = "Traps"
extensions = [
    "myst_parser",  # pages of Markdown
    "sphinx." + "ext.autodoc",
]
exclude_patterns = ["_build", "drafts/**", "notes.md"]
html_theme = "basic"
language = "en"
myst_enable_extensions = ["colon_fence"]
html_extra_path = ["extra"]
html_baseurl = "https://example.com/base/"
