export const nb = {
  'service.title': 'Omsetningsoppgave og gebyr for skjenkebevilling',
  'service.summary':
    'Oppgi hvor mye alkohol skjenkestedet solgte i fjor, betal bevillingsgebyret og signer oppgaven.',
  'service.about': `Alle som har skjenkebevilling i Fjordvik kommune, skal hvert år oppgi hvor mye alkohol de har solgt. Kommunen bruker oppgaven til å regne ut bevillingsgebyret.

Du oppgir mengden i liter for hver av de tre alkoholgruppene. Gebyret blir regnet ut mens du fyller ut.

Oppgaven må være signert av en som kan signere for bevillingshaveren. Du betaler først og signerer etterpå. Oppgaven er levert når begge deler er gjort.`,
  'service.need': `- bevillingsnummeret
- antall liter solgt i hver alkoholgruppe, fra regnskapet eller kassasystemet
- en salgsrapport eller uttalelse fra regnskapsfører eller revisor
- et betalingskort
- BankID eller en annen innlogging på høyt nivå, til signeringen`,
  'service.price': `Gebyret regnes per liter:

- Gruppe 1, til og med 4,7 prosent alkohol: 0,60\u00a0kr per liter for de første 10\u00a0000 literne, deretter 0,50\u00a0kr
- Gruppe 2, over 4,7 og til og med 22 prosent: 1,60\u00a0kr per liter for de første 5\u00a0000 literne, deretter 1,40\u00a0kr
- Gruppe 3, over 22 og til og med 60 prosent: 5,30\u00a0kr per liter

Gebyret er minst 6\u00a0000\u00a0kr. Satsene og trinnene er eksempler. Gebyret er ikke merverdiavgiftspliktig.`,
  'service.purpose':
    'Kommunen bruker opplysningene til å fastsette bevillingsgebyret og føre kontroll med skjenkestedet.',
  'service.legalBasis':
    'Alkoholloven § 7-1 og alkoholforskriften kapittel 6. Personopplysninger behandles etter personvernforordningen artikkel 6 nr. 1 bokstav c og e.',
  'service.afterwards':
    'Kvitteringen ligger i meldingsboksen når du har betalt og signert. Kommunen kontrollerer oppgaven og tar kontakt hvis noe mangler. Bevillingen gjelder videre som før.',
  'payment.description': 'Bevillingsgebyr for skjenkebevilling',
  'signing.statement':
    'Jeg bekrefter at oppgaven over solgt mengde alkohol er riktig og fullstendig, og at jeg kan signere for bevillingshaveren.',

  'place.title': 'Skjenkestedet',
  'placeIntro.title':
    'Bevillingshaveren er virksomheten du handler på vegne av. Du ser navnet øverst på siden.',
  'placeName.title': 'Navn på skjenkestedet',
  'placeName.short': 'navnet på skjenkestedet',
  'licenceNumber.title': 'Bevillingsnummer',
  'licenceNumber.short': 'bevillingsnummeret',
  'licenceNumber.description': 'Det står øverst i bevillingsbrevet, for eksempel FV-2041.',
  'street.title': 'Gateadresse',
  'street.short': 'gateadressen',
  'postcode.title': 'Postnummer',
  'postcode.short': 'postnummeret',
  'contactEmail.title': 'E-postadresse for spørsmål om oppgaven',
  'contactEmail.short': 'e-postadressen',
  'period.title': 'Har skjenkestedet vært i drift hele året?',
  'period.short': 'ja eller nei for drift hele året',
  'period.whole': 'Ja, hele året',
  'period.part': 'Nei, deler av året',
  'periodFrom.title': 'Fra dato',
  'periodFrom.short': 'startdatoen',
  'periodTo.title': 'Til dato',
  'periodTo.short': 'sluttdatoen',

  'litres.title': 'Solgt mengde alkohol',
  'litresInfo.title':
    'Oppgi mengden ferdig vare i liter, slik den står i regnskapet. Skriv 0 hvis dere ikke har solgt noe i en gruppe.',
  'group1.title': 'Gruppe 1: øl, sider og annet til og med 4,7 prosent alkohol',
  'group1.short': 'liter i gruppe 1',
  'group2.title': 'Gruppe 2: vin, sterkøl og annet over 4,7 og til og med 22 prosent alkohol',
  'group2.short': 'liter i gruppe 2',
  'group3.title': 'Gruppe 3: brennevin, over 22 og til og med 60 prosent alkohol',
  'group3.short': 'liter i gruppe 3',
  'unit.litre': 'liter',
  'deviation.title': 'Er mengden mer enn 20 prosent høyere eller lavere enn året før?',
  'deviation.short': 'ja eller nei for stor endring',
  'deviationReason.title': 'Hva er årsaken til endringen?',
  'deviationReason.short': 'årsaken til endringen',
  'answer.yes': 'Ja',
  'answer.no': 'Nei',

  'documentation.title': 'Dokumentasjon',
  'confirmedBy.title': 'Hvem har kontrollert tallene?',
  'confirmedBy.short': 'hvem som har kontrollert tallene',
  'confirmedBy.accountant': 'Regnskapsfører',
  'confirmedBy.auditor': 'Revisor',
  'confirmedBy.self': 'Bare vi selv',
  'confirmedByName.title': 'Navn på regnskapsføreren eller revisoren',
  'confirmedByName.short': 'navnet på regnskapsføreren eller revisoren',
  'salesReport.title': 'Salgsrapport eller uttalelse',
  'salesReport.short': 'salgsrapporten',
  'salesReport.description': 'Opptil tre filer, for eksempel rapporten fra kassasystemet.',

  'price.group1': 'Gruppe 1: til og med 4,7 prosent alkohol',
  'price.group2': 'Gruppe 2: over 4,7 til og med 22 prosent',
  'price.group3': 'Gruppe 3: over 22 til og med 60 prosent',
  'price.minimum': 'Tillegg opp til minstegebyret',
} as const;
