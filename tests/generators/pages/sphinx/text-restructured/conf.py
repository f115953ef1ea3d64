project = "Marked up"
version = "2.4"
release = "2.4.1"
extensions = ["sphinx.ext.extlinks", "sphinx.ext.todo"]
html_theme = "basic"
exclude_patterns = ["pieces"]
rst_prolog = """
.. |product| replace:: Kettle *Works*
"""
rst_epilog = ".. |mail| replace:: help@example.com"
extlinks = {
    "ticket": ("https://tickets.example.com/%s", "ticket %s"),
}


def setup(app):
    app.add_object_type("setting", "setting", objname="setting")
