export const nb = {
  'service.title': 'Gebyr for feiing og tilsyn',
  'service.summary': 'Betal det årlige gebyret for feiing av skorstein og tilsyn med ildsted.',
  'service.about': `Kommunen feier skorsteinen og kontrollerer ildstedet i alle boliger og fritidsboliger som har fyringsanlegg. Hvor ofte vi kommer, avhenger av hvor mye du fyrer og hvilket anlegg du har. Gebyret er det samme hvert år.

Du trenger ikke å fylle ut noe. Gebyret ligger klart til betaling i meldingsboksen når det er sendt ut.

Har du fjernet ildstedet eller tettet skorsteinen, kan du be oss om å stanse gebyret.`,
  'service.need': `- et betalingskort
- fakturaen, hvis du vil sammenligne beløp og KID`,
  'service.price': `- Feiing og tilsyn, per skorstein: 625\u00a0kr i året
- Ekstra røykløp i samme skorstein: 250\u00a0kr i året

Prisene er med 25 prosent merverdiavgift. Satsene er eksempler.`,
  'service.purpose':
    'Kommunen bruker opplysningene til å kreve inn gebyret og holde oversikt over fyringsanlegg.',
  'service.legalBasis':
    'Brann- og eksplosjonsvernloven § 28 og forskrift om brannforebygging § 17. Personopplysninger behandles etter personvernforordningen artikkel 6 nr. 1 bokstav e.',
  'service.afterwards':
    'Du får kvitteringen i meldingsboksen med en gang. Feieren varsler deg minst to dager før besøket.',
  'payment.description': 'Gebyr for feiing og tilsyn',
  'price.sweeping': 'Feiing og tilsyn, én skorstein',
  'price.extraFlue': 'Ekstra røykløp',
} as const;
