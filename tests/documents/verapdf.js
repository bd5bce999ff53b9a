// Holds PDF files against a profile of veraPDF: FLAVOUR PROFILE FILE..., one JSON line a file.
// Run by Rhino's shell from the same jar. The jar has the validator and its profiles but not the
// library that reads them, so the rules are read here.
importPackage(org.verapdf.gf.foundry, org.verapdf.pdfa, org.verapdf.pdfa.flavours);
importPackage(org.verapdf.pdfa.validation.profiles, org.verapdf.pdfa.validation.validators);

var PROFILES = "/org/verapdf/pdfa/validation/";
var Specification = Packages.org.verapdf.pdfa.flavours.PDFAFlavour$Specification;

function elements(node, name) {
  var found = node.getElementsByTagName(name), list = [];
  for (var at = 0; at < found.getLength(); at++) list.push(found.item(at));
  return list;
}

function text(node, name) {
  var found = elements(node, name);
  return found.length ? String(found[0].getTextContent()) : "";
}

function ruleOf(node) {
  var id = elements(node, "id")[0], wanted = new java.util.ArrayList();
  elements(node, "argument").forEach(function (one) {
    wanted.add(ErrorArgumentImpl.fromValues(String(one.getTextContent()), null, null));
  });
  var ruleId = Profiles.ruleIdFromValues(
    Specification.valueOf(id.getAttribute("specification")),
    id.getAttribute("clause"), java.lang.Integer.parseInt(id.getAttribute("testNumber")));
  var isDeferred = node.getAttribute("deferred") == "true" ? java.lang.Boolean.TRUE : null;
  return Profiles.ruleFromValues(
    ruleId, node.getAttribute("object"), isDeferred, "", text(node, "description"),
    text(node, "test"), Profiles.errorFromValues(text(node, "message"), wanted),
    new java.util.ArrayList());
}

function profileOf(flavour, name) {
  var stream = java.lang.Class.forName("org.verapdf.pdfa.PDFAParser")
    .getResourceAsStream(PROFILES + name + ".xml");
  var xml = javax.xml.parsers.DocumentBuilderFactory.newInstance()
    .newDocumentBuilder().parse(stream);
  var rules = new java.util.HashSet(), variables = new java.util.HashSet();
  elements(xml, "rule").forEach(function (one) { rules.add(ruleOf(one)); });
  elements(xml, "variable").forEach(function (one) {
    variables.add(Profiles.variableFromValues(
      one.getAttribute("name"), one.getAttribute("object"),
      text(one, "defaultValue"), text(one, "value")));
  });
  var details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new java.util.Date(0));
  return Profiles.profileFromValues(flavour, details, "", rules, variables);
}

function broken(result) {
  var rules = {};
  for (var it = result.getTestAssertions().iterator(); it.hasNext();) {
    var one = it.next(), id = one.getRuleId();
    rules[id.getClause() + "-" + id.getTestNumber()] = String(one.getMessage());
  }
  return rules;
}

var words = Array.prototype.slice.call(arguments);
VeraGreenfieldFoundryProvider.initialise();
var flavour = PDFAFlavour.byFlavourId(words[0]), profile = profileOf(flavour, words[1]);
words.slice(2).forEach(function (file) {
  var parser = Foundries.defaultInstance().createParser(new java.io.File(file), flavour);
  var result = ValidatorFactory.createValidator(profile, false).validate(parser);
  print(JSON.stringify({
    file: file, checks: result.getTotalAssertions(),
    compliant: result.isCompliant(), broken: broken(result),
  }));
  parser.close();
});
