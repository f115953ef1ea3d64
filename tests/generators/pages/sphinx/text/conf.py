project = "Harbour"
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist", "substitution", "attrs_image", "tasklist", "replacements", "html_admonition", "dollarmath", "smartquotes"]
myst_substitutions = {"port": "East Quay", "note_text": "Some *marked* words"}
myst_heading_anchors = 3
html_baseurl = "https://example.com/base/"
html_theme = "basic"
