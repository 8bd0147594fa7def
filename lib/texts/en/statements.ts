export const statements = {
  accessibilityTitle: 'Accessibility statement',
  accessibilityBody: `Everybody should be able to use Kvitt: on a phone, with a keyboard, with a screen reader, with enlarged text, on a slow network and without JavaScript.

## What we build to

Kvitt is made to follow the Norwegian regulations on universal design of ICT and the guidelines WCAG 2.1 at levels A and AA, and the new criteria of WCAG 2.2 where possible.

## How we test

- Every kind of page is tested with an automatic tool (axe) when the code changes.
- A whole application with payment is tested without JavaScript, and on a screen that is 390 pixels wide. The main pages are also tested at 320 pixels.
- A form and the way to payment are tested with only a keyboard.

The solution has not been tested by people who use a screen reader, and it has not been reviewed by an independent party.

## What we know is not good enough

- The payment page belongs to the payment provider, and the sign-in belongs to ID-porten. They have accessibility statements of their own.
- Attachments made by others may be hard to read with a screen reader.

## Tell us

If something does not work for you, tell the body that runs the service. Its name is on the page of each service. You may also complain to the Norwegian Authority for Universal Design of ICT (uutilsynet.no).

This statement is for a demo of Kvitt. Whoever puts Kvitt into operation shall publish their own.`,
  privacyTitle: 'Privacy statement',
  privacyBody: `## Who is responsible

The body that runs a service, such as a municipality or an agency, is the controller of the information you give there. Its name, the purpose and the legal basis are on the page of each service. Kvitt processes the information on its behalf.

## What we process

- **When you sign in:** your national identity number and the level you signed in at, from ID-porten, and your name, from the National Population Register. The identity number is stored encrypted.
- **When you act for an organisation:** which roles you have in it, from the register of organisations.
- **When you fill in a form:** your answers and attachments. If something in the answers may be a national identity number, the answers are stored encrypted. Attachments are stored as you sent them.
- **When a form is filled in for you beforehand:** name, address, e-mail address and telephone number from the registers are stored with your answers.
- **When you pay:** amount, time, method of payment and the last digits of the card number. You give the card details to the payment provider. Kvitt never sees them.
- **When we notify you:** your e-mail address is fetched from the Contact and Reservation Register each time we send something. We do not store it.
- **In the operational log:** what the system does, without identity numbers, names, card numbers or answers.

## For how long

A form you have begun expires after the time that the page of the service says. A completed case is kept in the archive for as long as the rules of the service demand. You can read and download your own copy.

## Who gets the information

The body that runs the service gets the case. The payment provider gets the amount, a reference and a short description without personal data. If you fetch a name, we send the number and the last name you wrote to the register. Nobody else gets anything from us.

## Cookies

We use only the cookies that are needed: one that keeps you signed in, some that live only while you are signing in, one that remembers the language you chose, and one that lives for some seconds when you leave a form while it is being saved, and only says which save the next page is to wait for. We do not track you, and there are no third-party analytics.

## Your rights

You may ask for access, correction and in some cases erasure from the body that runs the service. You may complain to the Norwegian Data Protection Authority (datatilsynet.no).

This statement is for a demo of Kvitt, where all people are made up. Do not enter real personal data. Whoever puts Kvitt into operation shall publish their own statement.`,
} as const;
