"""The vocabulary as Python names; a misspelt term raises instead of inventing a property."""

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from ontology.iris import ONTOLOGY

__all__ = ["NW", "PREFIXES"]


class NW(DefinedNamespace):
    """Own terms; each is labelled and defined in `core.ttl` (a test holds the two together)."""

    _NS = Namespace(ONTOLOGY)
    _fail = True

    AwardGrant: URIRef
    Comparison: URIRef
    Cooperation: URIRef
    CouncilPaper: URIRef
    County: URIRef
    Decision: URIRef
    Document: URIRef
    Event: URIRef
    Evidence: URIRef
    Land: URIRef
    Municipality: URIRef
    Network: URIRef
    NewsArticle: URIRef
    Newsletter: URIRef
    Passage: URIRef
    Portal: URIRef
    PressRelease: URIRef
    Project: URIRef
    ProjectProfile: URIRef
    Strategy: URIRef
    StrategyPaper: URIRef
    Undertaking: URIRef
    WorkshopRecord: URIRef

    about: URIRef
    absentee: URIRef
    academicTitle: URIRef
    ags: URIRef
    attendee: URIRef
    award: URIRef
    category: URIRef
    compares: URIRef
    concerns: URIRef
    confidence: URIRef
    contact: URIRef
    cost: URIRef
    end: URIRef
    endDate: URIRef
    eventKind: URIRef
    extractor: URIRef
    extractorVersion: URIRef
    fieldOfLife: URIRef
    figure: URIRef
    forUndertaking: URIRef
    fundedBy: URIRef
    funding: URIRef
    fundingProgramme: URIRef
    heading: URIRef
    inDocument: URIRef
    inferred: URIRef
    kind: URIRef
    lead: URIRef
    legalForm: URIRef
    matches: URIRef
    mentions: URIRef
    namesakeOf: URIRef
    obstacle: URIRef
    onDocument: URIRef
    onProperty: URIRef
    onValue: URIRef
    ordinal: URIRef
    outcome: URIRef
    page: URIRef
    partOf: URIRef
    participant: URIRef
    partner: URIRef
    population: URIRef
    populationDate: URIRef
    problem: URIRef
    publisherName: URIRef
    quote: URIRef
    rank: URIRef
    recipient: URIRef
    recipientName: URIRef
    referenceVersion: URIRef
    refusals: URIRef
    replacement: URIRef
    result: URIRef
    roleName: URIRef
    score: URIRef
    sha256: URIRef
    signal: URIRef
    similarTo: URIRef
    solution: URIRef
    sourceFile: URIRef
    staff: URIRef
    start: URIRef
    startDate: URIRef
    status: URIRef
    stopped: URIRef
    surface: URIRef
    topic: URIRef
    verdict: URIRef
    year: URIRef


PREFIXES: dict[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "locn": "http://www.w3.org/ns/locn#",
    "nw": ONTOLOGY,
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
