"""The index of the register."""

from django.db import migrations

from vinhdanh.decisions.search_index import install, remove


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]
