import type { nb } from './nb.ts';

export const en: Record<keyof typeof nb, string> = {
  'service.title': 'Hire municipal premises',
  'service.summary':
    'Hire a hall, a meeting room or the kitchen of Fjordvik Arts Centre for one or more days, and pay right away.',
  'service.about': `Private persons, societies and businesses can hire rooms in Fjordvik Arts Centre. For each day you choose which rooms you need and when you will use them.

The price is worked out while you fill in the form. You pay rent and deposit when you submit. If the rooms are taken, you get all of the money back.

One person must be responsible and present for as long as the event lasts.`,
  'service.need': `- dates and times
- national identity number and last name of the person responsible on site
- organisation number, if you hire for a society
- the account number that the deposit is to be paid back to
- a list of stewards, if you are more than 150
- a payment card`,
  'service.price': `**Rent of rooms**, for each day

- Main hall: NOK\u00a01,200 on weekdays before 16:00, NOK\u00a01,800 on weekdays after 16:00 and NOK\u00a03,200 at weekends
- Small hall: NOK\u00a0600, NOK\u00a0900 and NOK\u00a01,600
- Meeting room: NOK\u00a0250, NOK\u00a0350 and NOK\u00a0500
- Kitchen: NOK\u00a0400, NOK\u00a0600 and NOK\u00a0900

The rent is at least NOK\u00a0800 and at most NOK\u00a012,000 in total. Societies get a 50% discount on it. If you sell tickets, you also pay 5% of the ticket income that you expect, at least NOK\u00a0500 and at most NOK\u00a08,000. This is exempt from VAT.

**Equipment and services**, including 25% VAT

- Sound system: NOK\u00a01,250
- Projector and screen: NOK\u00a0500
- Stage: NOK\u00a01,500
- Grand piano: NOK\u00a0750
- Extra tables and chairs: NOK\u00a0250
- Caretaker present: NOK\u00a0625 per day
- Cleaning: NOK\u00a0875 per day, if the municipality is to do it

**Deposit**: NOK\u00a02,000, which you get back when the rooms have been inspected.

The rates of the day you submit apply. The rates are examples.`,
  'service.purpose':
    'The municipality uses the information to let the premises, to reach the person responsible on site, and to pay back the deposit.',
  'service.legalBasis':
    'Contract of hire, Article 6(1)(b) of the General Data Protection Regulation. The national identity number is used to be certain who is responsible, section 12 of the Norwegian Personal Data Act.',
  'service.afterwards':
    'The receipt arrives in your message box. We confirm the hire within two working days and send a key code the day before. The deposit is in your account within 14 days after the last day.',
  'payment.description': 'Hire of rooms in Fjordvik Arts Centre',

  'answer.yes': 'Yes',
  'answer.no': 'No',
  'unit.day': 'days',

  'renter.title': 'Who is hiring',
  'rulesIntro.title':
    'Read the house rules first. Whoever hires is responsible for seeing that they are followed.',
  'houseRules.title': 'House rules of Fjordvik Arts Centre',
  'houseRules.target': '/demo/premises/house-rules-en.html',
  'renterType.title': 'Who are you hiring for?',
  'renterType.short': 'who you are hiring for',
  'renterType.private': 'Myself, or somebody I know',
  'renterType.voluntary': 'A society or a voluntary organisation',
  'renterType.business': 'A business or somebody else',
  'societyDiscount.title':
    'Societies get a 50% discount on the rent of rooms. It is included in the price that you see.',
  'organisation.title': 'The organisation',
  'organisation.description': 'Only societies must fill this in. Then they get the discount.',
  'responsible.title': 'The person responsible on site',
  'responsible.description': 'Must be 18 or older, and present for as long as the event lasts.',
  'organisation.name': 'Name of the organisation',
  'responsible.name': 'Name of the person responsible',
  'phone.title': 'Phone number of the person responsible',
  'phone.short': 'the phone number',
  'email.title': 'E-mail address',
  'email.short': 'the e-mail address',

  'event.title': 'The event',
  'eventName.title': 'What is the event called?',
  'eventName.short': 'the name of the event',
  'eventName.description':
    'Shown on the screen at the entrance, for example “Annual meeting of the residents”.',
  'eventType.title': 'What kind of event is it?',
  'eventType.short': 'the kind of event',
  'eventType.celebration': 'Celebration or memorial gathering',
  'eventType.meeting': 'Meeting or conference',
  'eventType.course': 'Course or rehearsal',
  'eventType.concert': 'Concert or performance',
  'eventType.market': 'Fair or flea market',
  'eventType.other': 'Something else',
  'participants.title': 'How many will you be?',
  'participants.short': 'the number of participants',
  'participants.description': 'Count those who work, too. The house can take 330.',
  'crowdWarning.title':
    'You will be more than 150. Then you must have fire stewards of your own. You upload a list of them later in the form.',
  'ticketed.title': 'Will you sell tickets?',
  'ticketed.short': 'yes or no for tickets',
  'expectedIncome.title': 'How much do you expect to sell tickets for?',
  'expectedIncome.short': 'the ticket income',
  'expectedIncome.description': 'In NOK, for all of the days together. The municipality gets 5%.',

  'days.title': 'Days and rooms',
  'floorPlan.alt':
    'Floor plan of Fjordvik Arts Centre. The entrance is at the bottom and leads to the foyer. The main hall lies to the left of the foyer and the small hall to the right. The meeting room and the kitchen lie at the back, behind the foyer. The kitchen has a door to the main hall.',
  'aboutRooms.title': 'How big is each room?',
  'aboutRoomsText.title': `- **Main hall:** 240\u00a0m², 250 chairs, or 160 at tables
- **Small hall:** 90\u00a0m², 80 chairs, or 50 at tables
- **Meeting room:** 30\u00a0m², 14 at a table, with a screen
- **Kitchen:** tableware for 160, dishwasher and two cookers

The foyer and the cloakroom are always included. All rooms have step-free access, and both halls have an induction loop.`,
  'day.title': 'Which days do you want to hire?',
  'day.description': 'If you hire the same day both before and after 16:00, add it twice.',
  'day.row': 'Day',
  'date.title': 'Date',
  'date.short': 'the date',
  'partOfDay.title': 'When in the day or week?',
  'partOfDay.short': 'when in the day or week',
  'partOfDay.description': 'This decides the price.',
  'partOfDay.day': 'Weekday before 16:00',
  'partOfDay.evening': 'Weekday after 16:00',
  'partOfDay.weekend': 'Saturday, Sunday or public holiday',
  'from.title': 'From',
  'from.short': 'the start time',
  'to.title': 'To',
  'to.short': 'the end time',
  'caretaker.title': 'Do you want a caretaker to be present?',
  'caretaker.short': 'yes or no for a caretaker',
  'caretaker.description': 'Helps with sound, light and rigging. Costs NOK\u00a0625.',
  'room.title': 'Which rooms do you need on this day?',
  'room.row': 'Room',
  'roomName.title': 'Which room?',
  'roomName.short': 'which room',
  'roomName.hall': 'Main hall',
  'roomName.small': 'Small hall',
  'roomName.meeting': 'Meeting room',
  'roomName.kitchen': 'Kitchen',

  'extras.title': 'Equipment and services',
  'wantsEquipment.title': 'Do you want to hire equipment?',
  'wantsEquipment.short': 'yes or no for equipment',
  'equipment.title': 'What do you need?',
  'equipment.short': 'equipment',
  'equipment.description': 'The prices are for the whole hire.',
  'equipment.sound': 'Sound system with two wireless microphones (NOK\u00a01,250)',
  'equipment.projector': 'Projector and screen (NOK\u00a0500)',
  'equipment.stage': 'Stage, 6 × 4 metres (NOK\u00a01,500)',
  'equipment.piano': 'Grand piano, tuned (NOK\u00a0750)',
  'equipment.tables': 'Extra tables and chairs for 50 (NOK\u00a0250)',
  'cleaning.title': 'Who cleans afterwards?',
  'cleaning.short': 'who cleans',
  'cleaning.description': 'The rooms must be ready for use at 08:00 the day after.',
  'cleaning.renter': 'We do it ourselves',
  'cleaning.municipality': 'The municipality (NOK\u00a0875 per day)',
  'guardListNeeded.title':
    'You will be more than 150. Upload a list of stewards with names and phone numbers.',
  'attachments.title': 'Attachments',
  'attachments.short': 'the list of stewards',
  'attachments.description': 'For example a list of stewards or a certificate of insurance.',
  'attachments.tag': 'What are you uploading?',
  'attachments.guardList': 'List of stewards',
  'attachments.insurance': 'Certificate of insurance',
  'attachments.other': 'Something else',
  'wishes.title': 'Is there anything else we should know?',
  'wishes.short': 'what we should know',

  'deposit.title': 'Deposit',
  'depositInfo.title':
    'You pay a deposit of NOK\u00a02,000 together with the rent. You get it back within 14 days if the rooms are undamaged and tidy.',
  'account.title': 'Account number for the repayment',
  'account.short': 'the account number',
  'account.description': '11 digits. The account must be Norwegian.',
  'earlierKid.title': 'KID from an earlier invoice',
  'earlierKid.short': 'the KID number',
  'earlierKid.description': 'Fill in if we owe you a deposit from before, so that we can find it.',
  'hired.title': 'What you are hiring',
  'declaration.title': 'Confirmation',
  'declaration.short': 'the confirmation',
  'declaration.confirmed': 'I have read the house rules, and the information I have given is correct.',

  'price.rent': 'Rent of a room',
  'price.room': 'room',
  'price.day': 'weekday before 16:00',
  'price.evening': 'weekday after 16:00',
  'price.weekend': 'weekend',
  'price.leastRent': 'Addition up to the lowest rent',
  'price.mostRent': 'Deduction down to the highest rent',
  'price.voluntary': 'Discount for societies',
  'price.ticketShare': 'Share of the ticket income',
  'price.equipment': 'Hire of equipment',
  'price.sound': 'Sound system',
  'price.projector': 'Projector and screen',
  'price.stage': 'Stage',
  'price.piano': 'Grand piano',
  'price.tables': 'Extra tables and chairs',
  'price.caretaker': 'Caretaker',
  'price.cleaning': 'Cleaning',
  'price.deposit': 'Deposit, which you get back',
};
