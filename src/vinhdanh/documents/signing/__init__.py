"""Digital signatures on papers: made as PAdES-B-B, drawn as the Decree says, and verified.

Import from the modules, so that no process loads more than it needs (pyHanko takes a second):

* `places.find_signature_space`, `acts.sign_person`, `acts.sign_body`, `acts.sign_attachment`;
* `keys.open_pkcs12`, `tokens.open_token`, `pictures.read_picture`;
* `roots.root_files`, `verifying.verify`, `report.Report`;
* `testing_ca.authority_in`, `specimens`, for demonstration and tests.

The order is person, number, body. Nothing here knows where keys or pictures are kept.
"""
