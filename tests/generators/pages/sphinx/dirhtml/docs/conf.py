project = 'Traps'
extensions = ['myst_parser']
source_suffix = {
    '.rst': 'restructuredtext',
    '.md': 'markdown',
}
html_theme = 'basic'
exclude_patterns: list[str] = []
myst_heading_anchors = 3
