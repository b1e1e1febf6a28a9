# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Dutch words that say a person, a role, a family tie or an organisation comes next."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words in a text, which reads better than a list of them."""
    return frozenset(text.split())


#: Before a surname or an initial: they go with the name.
HONORIFICS = words(
    "mevrouw meneer mijnheer mevr mw mej dhr heer juffrouw juf meester dokter dr drs professor "
    "prof zuster broeder pater pastoor dominee ds imam rabbijn oom tante opa oma familie fam "
    "agent wijkagent rechter tandarts huisarts wethouder burgemeester"
)
#: Of these, the ones that are written with a full stop.
SHORT_TITLES = words("mevr mw mej dhr dr drs prof ds fam")
#: Nouns that already say who somebody is, so that the name can go.
ROLES = words(
    "begeleider werkbegeleider praktijkbegeleider stagebegeleider supervisor docent mentor coach "
    "collega leidinggevende teamleider manager bewoner bewoonster cliënt deelnemer deelneemster "
    "jongere leerling student medestudent studiegenoot klasgenoot stagiair stagiaire vrijwilliger "
    "moeder vader zus zusje broer broertje zoon dochter kind partner man vrouw vriend vriendin ex "
    "buurman buurvrouw psycholoog arts verpleegkundige gezinsvoogd voogd pleegmoeder pleegvader "
    "werker groepsleider casemanager gedragswetenschapper orthopedagoog jongen meisje groepsgenoot "
    "huisgenoot neef nicht baas teamgenoot huisarts tandarts wijkagent"
)
DETERMINERS = words("mijn onze ons zijn haar hun jouw je een de het die deze dit dat")
ARTICLES = words("een de het die deze dit dat elke iedere welke geen")
#: Somebody says something: a word before these is who.
SAYING = words(
    "zei zegt vertelde vertelt vroeg vraagt antwoordde riep fluisterde huilde huilt lachte lacht "
    "knikte zweeg belde belt appte mailde schreef schrijft zuchtte schreeuwde kwam komt ging gaat "
    "wilde wil vond vindt dacht denkt keek kijkt stond zat liep bleef blijft gooide sloeg"
)
#: Words that open many sentences, and are somebody's name only now and then.
OPENERS = words("Wil Ernst Toon Leen Ton Job Sultan Lies Kas Mo Jo Maan Ben Linde Jet Nel")
#: Behind an initial with a full stop these begin a new sentence: `met T. Dat was …`.
BEGINNERS = words(
    "ik je jij u hij zij ze het we wij jullie de een dat dit die deze er hier daar toen dan daarna "
    "daarom maar en of want nu ook wat waar waarom hoe wie welke als omdat toch misschien mijn "
    "zijn haar hun ons onze na voor met bij in op uit van door achteraf later eerst volgens "
    "vandaag gisteren morgen wel niet geen soms vaak steeds ineens opeens"
)
#: Before a single capital these make it a thing: plan B, vitamine D.
LETTERED = words(
    "plan groep vitamine hepatitis optie route type klas klasse deel model niveau bijlage punt "
    "categorie rij vak stap fase hoofdletter letter variant vraag antwoord lijn ruimte zaal lokaal "
    "gebouw blok cluster team afdeling rijbewijs kolom scenario versie lijst weg tak cohort figuur "
    "tabel box hal pagina paragraaf"
)
#: Words after which a single capital is a person.
BEFORE_PERSONS = ROLES | words(
    "met van bij voor aan door over tegen naar en of dat toen als zag sprak vroeg hielp belde noem "
    "noemde zegt zei heet hoe wat want omdat terwijl nadat voordat om wie namens zonder rond "
    "volgens tussen"
)
#: Capitals with full stops that are no initials.
NO_INITIALS = words("B.V N.V N.B P.S V.O.F Z.O.Z P.M N.A.V O.A")

ORGANISATIONS = words(
    "stichting vereniging basisschool school hogeschool college lyceum kinderdagverblijf "
    "kinderopvang peuterspeelzaal woongroep leefgroep woonvorm zorginstelling instelling "
    "zorgboerderij verpleeghuis verzorgingshuis woonzorgcentrum zorgcentrum ziekenhuis "
    "huisartsenpraktijk praktijk buurthuis buurtcentrum wijkcentrum jongerencentrum dorpshuis "
    "inloophuis opvanghuis moskee kerk sportclub voetbalclub voetbalvereniging sportvereniging "
    "scouting hospice gezinshuis behandelcentrum dagbesteding wooncomplex locatie huize residentie "
    "camping bibliotheek thuiszorgorganisatie welzijnsorganisatie organisatie bedrijf restaurant "
    "café woningcorporatie"
)
ORGANISATION_ENDS = ("school", "college", "lyceum", "hospice", "kliniek", "ziekenhuis", "moskee")

#: Of these a place has one or a few.
RARE_ROLES = words(
    "wethouder burgemeester imam dominee pastoor rabbijn tandarts huisarts dierenarts notaris "
    "wijkagent mentor schooldirecteur directeur conrector rector bakker slager kapper apotheker "
    "verloskundige koster organist dirigent trainer voorzitter brandweercommandant raadslid "
    "gemeenteraadslid gemeentesecretaris rechter advocaat arts fysiotherapeut psychiater "
    "psycholoog ambulanceverpleegkundige vuurtorenwachter veerman boswachter molenaar kroegbaas "
    "cafébaas winkelier postbode huismeester conciërge jongerenwerker opbouwwerker"
)
#: Everybody there knows who that is, however large the place.
PUBLIC_ROLES = words("wethouder burgemeester gemeentesecretaris raadslid gemeenteraadslid")
KIN = words(
    "moeder vader oma opa grootmoeder grootvader zoon dochter zoontje dochtertje kleinzoon "
    "kleindochter kleinkind tweeling drieling broer broertje zus zusje neef neefje nicht nichtje "
    "oom tante kind kinderen ouders weduwe weduwnaar man vrouw jongen meisje echtpaar pleegkind "
    "pleegzoon pleegdochter stiefzoon stiefdochter stiefmoeder stiefvader schoonmoeder schoonvader"
)
