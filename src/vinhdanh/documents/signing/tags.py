"""Form fields told to screen readers: each stands in the tags of its paper (PDF/UA-1, 7.18.4)."""

from __future__ import annotations

from typing import Any

from vinhdanh.documents.signing.untyped import generic as pdf


def tag_widget(writer: Any, widget: Any, page: Any) -> None:
    """Put a widget at the end of the tags; a paper without tags stays without.

    widget and page are references. Only a paper that nobody signed may change its tags.
    """
    if "/StructTreeRoot" not in writer.root:
        return
    tree = writer.root["/StructTreeRoot"]
    if "/Nums" not in tree["/ParentTree"] or not isinstance(tree["/K"], pdf.ArrayObject):
        return
    numbers = tree["/ParentTree"]["/Nums"]
    document = tree["/K"].raw_get(0)
    key = int(tree.get("/ParentTreeNextKey", 0))
    pointer = pdf.DictionaryObject(
        {pdf.NameObject("/Type"): pdf.NameObject("/OBJR"), pdf.NameObject("/Obj"): widget}
    )
    element = writer.add_object(
        pdf.DictionaryObject(
            {
                pdf.NameObject("/Type"): pdf.NameObject("/StructElem"),
                pdf.NameObject("/S"): pdf.NameObject("/Form"),
                pdf.NameObject("/P"): document,
                pdf.NameObject("/Pg"): page,
                pdf.NameObject("/K"): pointer,
            }
        )
    )
    document.get_object()["/K"].append(element)
    numbers.extend((pdf.NumberObject(key), element))
    tree[pdf.NameObject("/ParentTreeNextKey")] = pdf.NumberObject(key + 1)
    widget.get_object()[pdf.NameObject("/StructParent")] = pdf.NumberObject(key)
    for changed in (tree, document.get_object(), widget.get_object()):
        writer.update_container(changed)
