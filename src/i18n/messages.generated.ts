// Generated from src/i18n/texts/ by `npm run generate`. Do not edit.

export interface MessageArguments {
  /** First link of every page, for keyboard and screen reader users */
  'app.skip-to-content': Record<never, never>;
  /** Title in the browser tab. page: the page’s own title; site: the name of the whole site */
  'app.page-title': { page: string | number; site: string | number };
  /** Name of the main navigation, read by screen readers only */
  'app.main-menu': Record<never, never>;
  /** Name of the list of links at the foot of every page */
  'app.footer-menu': Record<never, never>;
  /** Link to the start page, first step of the path shown above a page */
  'app.home': Record<never, never>;
  /** Name of the path that leads to the current page, read by screen readers only */
  'app.breadcrumb': Record<never, never>;
  /** Menu: the list of all offers. An offer is a course, an advice centre, a meeting place … for newcomers */
  'menu.offers': Record<never, never>;
  /** Menu: offers by topic (work, health, school …) */
  'menu.topics': Record<never, never>;
  /** Menu: offers by town or municipality */
  'menu.towns': Record<never, never>;
  /** Menu: offers by group of people (women, young people …) */
  'menu.audiences': Record<never, never>;
  /** Menu: all institutions and associations that have offers */
  'menu.organisations': Record<never, never>;
  /** Menu: offers by the language that is spoken there */
  'menu.languages': Record<never, never>;
  /** Name of the control that shows the same page in another language */
  'language-switch.label': Record<never, never>;
  /** Before the name of the town or network that runs the site */
  'footer.publisher': Record<never, never>;
  /** Day on which the site was last built */
  'footer.as-of': { date: string | number };
  /** Link that opens an e-mail to the publisher, to report a mistake */
  'footer.report': Record<never, never>;
  /** Greeting on the page where people choose their language, beside the name of this language */
  'root.welcome': Record<never, never>;
  /** Headline of the page for unknown addresses */
  'not-found.title': Record<never, never>;
  /** Text of the page for unknown addresses; links to the start page and to all offers follow */
  'not-found.text': Record<never, never>;
  /** Number of offers of a topic, a town, a group … */
  'count.offers': { count: number };
  /** The one large question on the start page, above search box and topics */
  'start.question': Record<never, never>;
  /** Headline above the large topic tiles on the start page */
  'start.topics': Record<never, never>;
  /** Link below the topic tiles */
  'start.all-topics': Record<never, never>;
  /** Link to the list of all offers, with their number */
  'start.all-offers': { count: number };
  /** Headline above the list of towns on the start page */
  'start.towns': Record<never, never>;
  /** Headline above the list of groups of people (children, women, older people …) on the start page */
  'start.audiences': Record<never, never>;
  /** Headline above the list of languages that are spoken at offers */
  'start.languages': Record<never, never>;
  /** Headline of the box that says where to get personal help */
  'help.title': Record<never, never>;
  /** Text of the box that says where to get personal help; phone number and e-mail follow */
  'help.text': Record<never, never>;
  /** Label of the search field */
  'search.label': Record<never, never>;
  /** Example inside the empty search field; a word that people would really type */
  'search.placeholder': Record<never, never>;
  /** Button that starts the search */
  'search.submit': Record<never, never>;
  /** Shown while the search data is loaded */
  'search.loading': Record<never, never>;
  /** Shown when the search data could not be loaded */
  'search.error': Record<never, never>;
  /** Button below the message that something could not be loaded */
  'search.retry': Record<never, never>;
  /** Hint on the list page for browsers without JavaScript */
  'search.no-script': Record<never, never>;
  /** Number of search results; also announced by screen readers */
  'search.results': { count: number };
  /** Headline above the search results, read by screen readers only */
  'search.results-title': Record<never, never>;
  /** Advice when nothing was found */
  'search.no-results-help': Record<never, never>;
  /** Before one or more suggested spellings, each a button */
  'search.did-you-mean': Record<never, never>;
  /** In place of the number of search results: one or two letters are no search yet, so all offers stand below */
  'search.too-short': Record<never, never>;
  /** Above results that fulfil only some of the reader’s words and filters */
  'search.relaxed': Record<never, never>;
  /** Button below the first search results */
  'search.more': Record<never, never>;
  /** Headline of the group of filters beside the search results */
  'filter.title': Record<never, never>;
  /** Button on phones that closes the filters and shows the results */
  'filter.show-results': { count: number };
  /** Button that removes all filters */
  'filter.clear-all': Record<never, never>;
  /** Name of the list of filters in use; each can be removed */
  'filter.chosen': Record<never, never>;
  /** Button that removes one filter. label: e.g. the name of a town */
  'filter.remove': { label: string | number };
  /** Filter by topic (work, health, school …) */
  'filter.topic': Record<never, never>;
  /** Filter by town or municipality */
  'filter.town': Record<never, never>;
  /** Filter by group of people */
  'filter.audience': Record<never, never>;
  /** Filter by kind of offer (advice, course, meeting place …) */
  'filter.type': Record<never, never>;
  /** Filter by the language spoken at the offer */
  'filter.language': Record<never, never>;
  /** Filter by day of the week */
  'filter.day': Record<never, never>;
  /** Filter by cost (free of charge …) */
  'filter.cost': Record<never, never>;
  /** Filter by the level of German that the reader has */
  'filter.german': Record<never, never>;
  /** Filter by how one registers (not needed, appointment …) */
  'filter.registration': Record<never, never>;
  /** Filter group with: childcare, step-free access */
  'filter.needs': Record<never, never>;
  /** Filter: offers where children are looked after */
  'filter.childcare': Record<never, never>;
  /** Filter: offers that can be reached without steps, e.g. with a wheelchair */
  'filter.step-free': Record<never, never>;
  /** Headline of a group of offers that began on the previous page. topic: name of the topic */
  'list.continued': { topic: string | number };
  /** Name of the navigation between the pages of a long list, read by screen readers only */
  'pagination.label': Record<never, never>;
  /** Which page of a long list is shown */
  'pagination.page': { page: string | number; total: string | number };
  /** Link to one page of a long list, read by screen readers only */
  'pagination.go': { page: string | number };
  /** Link to the previous page of a long list */
  'pagination.previous': Record<never, never>;
  /** Link to the next page of a long list */
  'pagination.next': Record<never, never>;
  /** Below the headline of the list of all topics */
  'topics.intro': Record<never, never>;
  /** Below the headline of the list of all towns */
  'towns.intro': Record<never, never>;
  /** Below the headline of the list of groups of people */
  'audiences.intro': Record<never, never>;
  /** Below the headline of the list of all organisations */
  'organisations.intro': Record<never, never>;
  /** Below the headline of the list of languages spoken at offers */
  'languages.intro': Record<never, never>;
  /** Headline where a topic, town or group has no offers */
  'empty.title': Record<never, never>;
  /** What to do where a topic, town or group has no offers; a link to all offers follows */
  'empty.text': Record<never, never>;
  /** Label before the name of the larger organisation */
  'organisation.part-of': Record<never, never>;
  /** Badge on an offer that does not take place for some time */
  'card.paused': Record<never, never>;
  /** Badge on an offer that has not begun yet */
  'card.upcoming': { date: string | number };
  /** Badge on an offer whose details have not been checked for a long time */
  'card.ask-first': Record<never, never>;
  /** Instead of a place, where an offer takes place online only */
  'card.online': Record<never, never>;
  /** Instead of a place, where an offer serves all towns */
  'card.all-towns': Record<never, never>;
  /** Instead of a place, where an offer serves several towns */
  'card.towns': { count: number };
  /** Last item of a list of languages that was cut short: “German, English and 3 more”. The “and” comes by itself. count: how many more there are */
  'card.more-languages': { count: number };
  /** Headline above the facts of an offer */
  'offer.facts': Record<never, never>;
  /** Label: topics of the offer */
  'offer.facts.topics': Record<never, never>;
  /** Label: the people the offer is meant for */
  'offer.facts.audience': Record<never, never>;
  /** Label: which residence status under German law people need for the offer */
  'offer.facts.residence': Record<never, never>;
  /** Label: level of German that people need or reach */
  'offer.facts.german': Record<never, never>;
  /** Label: days and times */
  'offer.facts.when': Record<never, never>;
  /** Label: address or town */
  'offer.facts.where': Record<never, never>;
  /** Label: towns whose inhabitants may use the offer; a list of town names follows */
  'offer.facts.area': Record<never, never>;
  /** Label: what the offer costs */
  'offer.facts.cost': Record<never, never>;
  /** Label: languages spoken at the offer */
  'offer.facts.languages': Record<never, never>;
  /** Label: whether and how one registers */
  'offer.facts.registration': Record<never, never>;
  /** Label: whether there are free places in the course or group */
  'offer.facts.capacity': Record<never, never>;
  /** Label: whether a wheelchair or pram gets in; the answer is yes, no or not known */
  'offer.facts.step-free': Record<never, never>;
  /** Label: whether there is a toilet for wheelchair users; the answer is yes, no or not known */
  'offer.facts.toilet': Record<never, never>;
  /** Label: whether sign language is used; the answer is yes, no or not known */
  'offer.facts.sign-language': Record<never, never>;
  /** Label: whether staff use plain, easy German; the answer is yes, no or not known */
  'offer.facts.plain-language': Record<never, never>;
  /** Label: whether children are looked after during the offer */
  'offer.facts.childcare': Record<never, never>;
  /** Label: the organisation behind the offer */
  'offer.facts.organisation': Record<never, never>;
  /** Label: partner organisations */
  'offer.facts.partners': Record<never, never>;
  /** Label: day on which someone last checked that the details are right */
  'offer.facts.reviewed': Record<never, never>;
  /** Age of the people the offer is meant for */
  'offer.age.range': { min: string | number; max: string | number };
  /** Lowest age of the people the offer is meant for */
  'offer.age.from': { min: number };
  /** Highest age of the people the offer is meant for */
  'offer.age.to': { max: number };
  /** Level of German that people need. level: e.g. “A2 – everyday sentences” */
  'offer.german.min': { level: string | number };
  /** Level of German that people reach in a course */
  'offer.german.target': { level: string | number };
  /** Where an offer has no fixed days and times */
  'offer.when.ask': Record<never, never>;
  /** Instead of the address of a protected place, e.g. a women’s refuge */
  'offer.where.protected': Record<never, never>;
  /** Link that opens the place in the map app; shown on phones and tablets only */
  'offer.where.map': Record<never, never>;
  /** Label before directions (bus stop, entrance …) */
  'offer.where.directions': Record<never, never>;
  /** Label before the nearest bus or train stop */
  'offer.where.stop': Record<never, never>;
  /** How long the way from the stop to the door takes on foot */
  'offer.where.walk': { minutes: number };
  /** Field of the data sheet: what the stop is called */
  'field.stop.name': Record<never, never>;
  /** Field of the data sheet: which bus and train lines stop there, one a line */
  'field.stop.lines': Record<never, never>;
  /** Field of the data sheet: minutes on foot from the stop */
  'field.stop.minutes': Record<never, never>;
  /** Cost where some people pay less or nothing. amount: e.g. “12 € per month” */
  'offer.cost.amount-from': { amount: string | number };
  /** Last day for registration */
  'offer.registration.deadline': { date: string | number };
  /** Day on which the number of free places was last checked */
  'offer.capacity.as-of': { date: string | number };
  /** Headline above the next dates of an offer */
  'offer.dates': Record<never, never>;
  /** Where all dates of an offer have passed */
  'offer.dates.none': Record<never, never>;
  /** Headline above the long description */
  'offer.about': Record<never, never>;
  /** Headline above the list of documents people should bring */
  'offer.documents': Record<never, never>;
  /** Headline above the list of next steps */
  'offer.steps': Record<never, never>;
  /** Headline above links to other websites */
  'offer.links': Record<never, never>;
  /** Headline above similar offers */
  'offer.related': Record<never, never>;
  /** Headline above other offers on the page of an offer that has ended */
  'offer.alternatives': Record<never, never>;
  /** Headline above the people or offices to contact */
  'contact.title': Record<never, never>;
  /** Button that calls a phone number */
  'contact.call': { phone: string | number };
  /** Button that opens an e-mail */
  'contact.write': Record<never, never>;
  /** Button that opens a web page to register */
  'contact.register': Record<never, never>;
  /** Link to a website */
  'contact.website': Record<never, never>;
  /** Label before the hours at which someone answers the phone */
  'contact.hours': Record<never, never>;
  /** Headline of the notice on a paused offer */
  'notice.paused': Record<never, never>;
  /** Last day of the pause */
  'notice.paused-until': { date: string | number };
  /** Headline of the notice on an offer that has ended; other offers are shown below */
  'notice.ended': Record<never, never>;
  /** Notice on an offer that has not begun yet */
  'notice.upcoming': { date: string | number };
  /** Headline of the notice on an offer whose details have not been checked for a long time */
  'notice.ask-first': Record<never, never>;
  /** Text of the notice on an offer whose details have not been checked for a long time */
  'notice.ask-first-text': { date: string | number };
  /** Notice where there is no translation. language: name of the original language, in the nominative */
  'notice.translation-missing': { language: string | number };
  /** Notice on a translation that is older than its original */
  'notice.translation-outdated': Record<never, never>;
  /** Notice on a machine translation that no person has checked */
  'notice.translation-machine': Record<never, never>;
  /** Link from a translation to the original text */
  'notice.read-original': Record<never, never>;
  /** From when to when, on a 24-hour clock */
  'schedule.time-range': { from: string | number; to: string | number };
  /** From when, on a 24-hour clock */
  'schedule.time-from': { from: string | number };
  /** Until when, on a 24-hour clock */
  'schedule.time-to': { to: string | number };
  /** Three or more weekdays in a row. first, last: weekdays in the nominative, e.g. “Monday to Friday” */
  'schedule.day-range': { first: string | number; last: string | number };
  /** Days and time in one line. days: e.g. “Monday and Friday”; time: e.g. “18:00–19:30” */
  'schedule.days-time': { days: string | number; time: string | number };
  /** First and last day of a series of dates */
  'schedule.valid-range': { from: string | number; until: string | number };
  /** First day of a series of dates */
  'schedule.valid-from': { from: string | number };
  /** Last day of a series of dates */
  'schedule.valid-until': { until: string | number };
  /** It takes place during school holidays, too */
  'schedule.holidays.yes': Record<never, never>;
  /** It does not take place during school holidays */
  'schedule.holidays.no': Record<never, never>;
  /** Rhythm. days: one or more weekdays, e.g. “Monday and Friday”, in the nominative */
  'enum.every.week': { days: string | number };
  /** Rhythm. days: one or more weekdays */
  'enum.every.two-weeks': { days: string | number };
  /** Rhythm. days: one weekday, rarely more. Must fit every weekday: where “first” would change its form, say e.g. “{days}, once a month (1st time)” */
  'enum.every.first-of-month': { days: string | number };
  /** Rhythm. days: one weekday, rarely more. Must fit every weekday */
  'enum.every.second-of-month': { days: string | number };
  /** Rhythm. days: one weekday, rarely more. Must fit every weekday */
  'enum.every.third-of-month': { days: string | number };
  /** Rhythm. days: one weekday, rarely more. Must fit every weekday */
  'enum.every.fourth-of-month': { days: string | number };
  /** Rhythm. days: one weekday, rarely more. Must fit every weekday */
  'enum.every.last-of-month': { days: string | number };
  /** Kind of offer: someone answers questions and helps with problems */
  'enum.type.counselling': Record<never, never>;
  /** Kind of offer: lessons over some weeks */
  'enum.type.course': Record<never, never>;
  /** Kind of offer: people meet, without lessons */
  'enum.type.meeting-point': Record<never, never>;
  /** Kind of offer: a volunteer or mentor stays with a person, e.g. goes along to offices */
  'enum.type.companionship': Record<never, never>;
  /** Kind of offer: food, clothes, furniture, for little or no money */
  'enum.type.material-aid': Record<never, never>;
  /** Kind of offer: material to read or watch */
  'enum.type.information': Record<never, never>;
  /** Kind of offer: takes place once or a few times */
  'enum.type.event': Record<never, never>;
  /** Kind of offer: people can help others there */
  'enum.type.volunteering': Record<never, never>;
  /** Cost: nothing */
  'enum.cost.free': Record<never, never>;
  /** Cost: everyone pays; the amount may not be known */
  'enum.cost.paid': Record<never, never>;
  /** Cost: some people pay, some do not */
  'enum.cost.partly': Record<never, never>;
  /** Cost. amount: e.g. “12 €” */
  'enum.cost-unit.once': { amount: string | number };
  /** Cost. amount: e.g. “12 €” */
  'enum.cost-unit.hour': { amount: string | number };
  /** Cost for each time one goes there */
  'enum.cost-unit.session': { amount: string | number };
  /** Cost. amount: e.g. “12 €” */
  'enum.cost-unit.day': { amount: string | number };
  /** Cost. amount: e.g. “12 €” */
  'enum.cost-unit.week': { amount: string | number };
  /** Cost. amount: e.g. “12 €” */
  'enum.cost-unit.month': { amount: string | number };
  /** Cost. amount: e.g. “12 €” */
  'enum.cost-unit.course': { amount: string | number };
  /** Cost. amount: e.g. “12 €” */
  'enum.cost-unit.year': { amount: string | number };
  /** Cost for each thing, e.g. a piece of clothing */
  'enum.cost-unit.item': { amount: string | number };
  /** How to register: just come */
  'enum.registration.none': Record<never, never>;
  /** How to register: one must register before */
  'enum.registration.required': Record<never, never>;
  /** How to register: one must agree on a date and time */
  'enum.registration.appointment': Record<never, never>;
  /** How to register: an authority or advice centre sends people there; one cannot just come */
  'enum.registration.referral': Record<never, never>;
  /** How it takes place: people go there */
  'enum.delivery.on-site': Record<never, never>;
  /** How it takes place: on the internet */
  'enum.delivery.online': Record<never, never>;
  /** How it takes place */
  'enum.delivery.phone': Record<never, never>;
  /** How it takes place: staff visit people */
  'enum.delivery.outreach': Record<never, never>;
  /** Answer to a question about an offer */
  'enum.answer.yes': Record<never, never>;
  /** Answer to a question about an offer */
  'enum.answer.no': Record<never, never>;
  /** Answer to a question about an offer */
  'enum.answer.unknown': Record<never, never>;
  /** Children are looked after */
  'enum.childcare.yes': Record<never, never>;
  /** Children are not looked after */
  'enum.childcare.no': Record<never, never>;
  /** Children are looked after if one asks before */
  'enum.childcare.on-request': Record<never, never>;
  /** Free places in a course or group */
  'enum.capacity.free': Record<never, never>;
  /** Free places in a course or group */
  'enum.capacity.few': Record<never, never>;
  /** Free places in a course or group */
  'enum.capacity.waiting-list': Record<never, never>;
  /** Free places in a course or group */
  'enum.capacity.full': Record<never, never>;
  /** Below the groups an offer is meant for: others may come, too */
  'enum.access.open': Record<never, never>;
  /** Below the groups an offer is meant for: others may come if there is room */
  'enum.access.preferred': Record<never, never>;
  /** Below the groups an offer is meant for: nobody else may come */
  'enum.access.only': Record<never, never>;
  /** Who may come */
  'enum.gender.women': Record<never, never>;
  /** Who may come */
  'enum.gender.men': Record<never, never>;
  /** Level of German */
  'enum.german.none': Record<never, never>;
  /** Level of German: for people who cannot read and write yet */
  'enum.german.literacy': Record<never, never>;
  /** Level of German under the Common European Framework; keep “A1” */
  'enum.german.A1': Record<never, never>;
  /** Level of German; keep “A2” */
  'enum.german.A2': Record<never, never>;
  /** Level of German; keep “B1” */
  'enum.german.B1': Record<never, never>;
  /** Level of German; keep “B2” */
  'enum.german.B2': Record<never, never>;
  /** Level of German; keep “C1” */
  'enum.german.C1': Record<never, never>;
  /** Level of German; keep “C2” */
  'enum.german.C2': Record<never, never>;
  /** Above a list of languages that staff speak */
  'enum.language.spoken': Record<never, never>;
  /** Above a list of languages into which someone interprets */
  'enum.language.interpreter': Record<never, never>;
  /** Above a list of languages in which there is written material */
  'enum.language.material': Record<never, never>;
  /** Kind of organisation: e.g. Caritas, Diakonie, AWO, DRK (freier Träger) */
  'enum.organisation.independent-body': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.church': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.mosque-association': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.religious-community': Record<never, never>;
  /** Kind of organisation: founded and run by migrants */
  'enum.organisation.migrant-organisation': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.volunteer-group': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.school': Record<never, never>;
  /** Kind of organisation: for young children */
  'enum.organisation.day-care': Record<never, never>;
  /** Kind of organisation: e.g. adult education centre, language school */
  'enum.organisation.education-provider': Record<never, never>;
  /** Kind of organisation: e.g. town hall */
  'enum.organisation.authority': Record<never, never>;
  /** Kind of organisation; German name, keep “Jobcenter” */
  'enum.organisation.job-centre': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.housing-company': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.sports-club': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.health-service': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.company': Record<never, never>;
  /** Kind of organisation */
  'enum.organisation.other': Record<never, never>;
  /** Name of the sign language used in Germany */
  'language.gsg': Record<never, never>;
  /** Title of the page with the form for handing in an offer, and the menu entry that leads there */
  'datasheet.title': Record<never, never>;
  /** First sentence of that page; no account is needed */
  'datasheet.lead': Record<never, never>;
  /** Heading on an offer's page above the three links that follow */
  'datasheet.ask': Record<never, never>;
  /** Link: opens the form filled in with this offer */
  'datasheet.change': Record<never, never>;
  /** Link and button: everything on the page is still right */
  'datasheet.still-correct': Record<never, never>;
  /** Link and button: the offer no longer exists */
  'datasheet.gone': Record<never, never>;
  /** Link that opens an e-mail to the town about this offer */
  'feedback.mail': Record<never, never>;
  /** Subject of that e-mail; title: of the offer, in its own language */
  'feedback.mail.subject': { title: string | number };
  /** First lines of that e-mail. title: of the offer; url: its address. The reader writes below */
  'feedback.mail.body': Record<never, never>;
  /** Question before telling that everything is still right; the name of the offer stands above */
  'datasheet.still-correct-text': Record<never, never>;
  /** Question before telling that the offer no longer exists; the name of the offer stands above */
  'datasheet.gone-text': Record<never, never>;
  /** Where one is in the form */
  'datasheet.step': { number: string | number; total: string | number };
  /** Title of the first step: what the offer is */
  'datasheet.group.what': Record<never, never>;
  /** Title of the step on cost and registration */
  'datasheet.group.cost': Record<never, never>;
  /** Title of the step with the description in free words */
  'datasheet.group.description': Record<never, never>;
  /** Title of the last step */
  'datasheet.group.send': Record<never, never>;
  /** Button: to the next step */
  'datasheet.next': Record<never, never>;
  /** Button: to the step before */
  'datasheet.back': Record<never, never>;
  /** After the label of a field that may stay empty, in brackets */
  'datasheet.optional': Record<never, never>;
  /** Opens further fields that may stay empty */
  'datasheet.more': Record<never, never>;
  /** First entry of a list from which one chooses */
  'datasheet.choose': Record<never, never>;
  /** Button below a list: one more entry */
  'datasheet.add': Record<never, never>;
  /** Button: takes the entry with this number away */
  'datasheet.remove': { number: string | number };
  /** Heading of one of several entries */
  'datasheet.entry': { number: string | number };
  /** Help for a field in which each line is an entry of its own */
  'datasheet.lines': Record<never, never>;
  /** Choice beside known places: an address that is typed in */
  'datasheet.other-address': Record<never, never>;
  /** Last entry in the list of organisations */
  'datasheet.new-organisation': Record<never, never>;
  /** Explains what a secret address means */
  'datasheet.help.protected': Record<never, never>;
  /** Explains why consent is needed for the name of a person */
  'datasheet.help.consent': Record<never, never>;
  /** Help for the description in free words */
  'datasheet.help.body': Record<never, never>;
  /** Heading of the list of what must still be corrected */
  'datasheet.errors': Record<never, never>;
  /** On the last step when nothing is wrong */
  'datasheet.ready': Record<never, never>;
  /** Opens a preview of the offer's page */
  'datasheet.preview': Record<never, never>;
  /** While a part of the form is loaded */
  'datasheet.loading': Record<never, never>;
  /** A part of the form could not be loaded */
  'datasheet.load-error': Record<never, never>;
  /** The form was opened for an offer that does not exist */
  'datasheet.not-found': Record<never, never>;
  /** Without JavaScript: the form does not work, what to do instead */
  'datasheet.no-script': Record<never, never>;
  /** Asks whether what is typed may be kept on the device */
  'datasheet.draft.ask': Record<never, never>;
  /** Button: keep what is typed */
  'datasheet.draft.keep': Record<never, never>;
  /** Button: do not keep it */
  'datasheet.draft.refuse': Record<never, never>;
  /** Says that what is typed is kept on the device */
  'datasheet.draft.kept': Record<never, never>;
  /** Button: deletes what was kept */
  'datasheet.draft.delete': Record<never, never>;
  /** After deleting */
  'datasheet.draft.deleted': Record<never, never>;
  /** Heading above the ways to hand in */
  'send.title': Record<never, never>;
  /** Button: sends the offer to the town */
  'send.inbox': Record<never, never>;
  /** Explains that a person looks at it before it is published */
  'send.inbox-text': Record<never, never>;
  /** While the device works on a puzzle that keeps robots out */
  'send.working': Record<never, never>;
  /** After sending */
  'send.sent': Record<never, never>;
  /** Number under which the hand-in can be asked for */
  'send.receipt': { number: string | number };
  /** Sending failed because of the connection; nothing is lost */
  'send.failed': Record<never, never>;
  /** Too many were sent in a short time */
  'send.busy': Record<never, never>;
  /** The other side found something wrong; a list follows */
  'send.refused': Record<never, never>;
  /** Link: to the web page where developers keep the content; forge is its name, e.g. GitHub */
  'send.forge': { forge: string | number };
  /** Explains that an account is needed there */
  'send.forge-text': Record<never, never>;
  /** Button: copies the text */
  'send.copy': Record<never, never>;
  /** After copying */
  'send.copied': Record<never, never>;
  /** Explains that the text must be copied and pasted there; forge is a name such as GitHub */
  'send.copy-first': { forge: string | number };
  /** Link: opens the mail program */
  'send.email': Record<never, never>;
  /** Explains that the text is too long for the mail program, so that the file must be attached */
  'send.email-attach': Record<never, never>;
  /** Button: saves the file on the device */
  'send.download': Record<never, never>;
  /** For a correction: only what was changed is sent */
  'send.changes-only': Record<never, never>;
  /** Heading of a message: while the form was open somebody else changed the same offer */
  'send.stale': Record<never, never>;
  /** Below send.stale, when the new state was loaded and the reader’s own changes were put on top of it */
  'send.stale-kept': Record<never, never>;
  /** Below send.stale. fields: list of fields that the reader and somebody else have both changed; the reader’s text stands in the form */
  'send.stale-both': { fields: string | number };
  /** Below send.stale, when the website does not show the new state yet */
  'send.stale-wait': Record<never, never>;
  /** Headline of the empty data sheet that is printed and filled in by hand */
  'paper.title': Record<never, never>;
  /** On the printed sheet: what the asterisk behind a label means */
  'paper.required': Record<never, never>;
  /** On the printed sheet: tick one of the boxes */
  'paper.choose': Record<never, never>;
  /** On the printed sheet: tick one or more of the boxes */
  'paper.choose-several': Record<never, never>;
  /** On the printed sheet: last box, followed by a line to write on */
  'paper.other': Record<never, never>;
  /** On the printed sheet: question above the lines for the description */
  'paper.body': Record<never, never>;
  /** On the printed sheet: before the address that it is sent back to */
  'paper.return-to': Record<never, never>;
  /** Beside a field that must be filled in */
  'error.missing': Record<never, never>;
  /** Beside a field: too many characters */
  'error.too-long': { limit: string | number };
  /** Beside a field: too few characters */
  'error.too-short': { limit: string | number };
  /** Beside a list: too many entries */
  'error.too-many': { limit: string | number };
  /** Beside a field: the number is not possible */
  'error.number': Record<never, never>;
  /** Beside a field: the value is not possible */
  'error.value': Record<never, never>;
  /** Beside a field: not a date */
  'error.date': Record<never, never>;
  /** Beside a field: not a time of day */
  'error.time': Record<never, never>;
  /** Beside a field: not a phone number */
  'error.phone': Record<never, never>;
  /** Beside a field: not an e-mail address */
  'error.email': Record<never, never>;
  /** Beside a field: not a web address */
  'error.link': Record<never, never>;
  /** Beside a field: the end is before the beginning */
  'error.order': Record<never, never>;
  /** Beside a time that takes place every two weeks: the first day is missing */
  'error.start': Record<never, never>;
  /** Beside the name of a person: the consent is missing or not complete */
  'error.consent': Record<never, never>;
  /** Beside a field: the number or address looks private */
  'error.private': Record<never, never>;
  /** Beside a field: a secret address stands in the text */
  'error.confidential': Record<never, never>;
  /** Beside a text: HTML, pictures or unsafe links in it are not possible */
  'error.text': Record<never, never>;
  /** Label in the form: name of the offer */
  'field.title': Record<never, never>;
  /** Label: the offer in one sentence */
  'field.summary': Record<never, never>;
  /** Label: further words under which the offer is found */
  'field.tags': Record<never, never>;
  /** Label: the areas of the town's integration concept */
  'field.fields_of_action': Record<never, never>;
  /** Label: who may come */
  'field.access': Record<never, never>;
  /** Label: age of the people the offer is for */
  'field.age': Record<never, never>;
  /** Label: youngest age */
  'field.age.min': Record<never, never>;
  /** Label: oldest age */
  'field.age.max': Record<never, never>;
  /** Label: for women or men only */
  'field.gender': Record<never, never>;
  /** Label: how much German one needs */
  'field.german.min': Record<never, never>;
  /** Label: the level of German that a course leads to */
  'field.german.target': Record<never, never>;
  /** Label: spoken, interpreted or in writing */
  'field.languages.kind': Record<never, never>;
  /** Label: something else to know */
  'field.note': Record<never, never>;
  /** Label: whether the offer takes place at the moment */
  'field.status': Record<never, never>;
  /** Label: why the offer pauses */
  'field.reason': Record<never, never>;
  /** Label: first day */
  'field.from': Record<never, never>;
  /** Label: last day */
  'field.until': Record<never, never>;
  /** Label: time at which it begins */
  'field.schedule.from': Record<never, never>;
  /** Label: time at which it ends */
  'field.schedule.to': Record<never, never>;
  /** Label: how often it takes place */
  'field.every': Record<never, never>;
  /** Label: single days */
  'field.dates': Record<never, never>;
  /** Label: period of time, from and until */
  'field.valid': Record<never, never>;
  /** Label: in the school holidays */
  'field.school_holidays': Record<never, never>;
  /** Label: the day on which this was true */
  'field.as_of': Record<never, never>;
  /** Label: at a place, online, by phone or by visits */
  'field.delivery': Record<never, never>;
  /** Label: name of the house or room */
  'field.place.name': Record<never, never>;
  /** Label: street and number */
  'field.street': Record<never, never>;
  /** Label: German postal code */
  'field.postal_code': Record<never, never>;
  /** Box to tick: the address must stay secret */
  'field.protected': Record<never, never>;
  /** Label: for people with disabilities */
  'field.accessibility': Record<never, never>;
  /** Label: price in euros */
  'field.amount': Record<never, never>;
  /** Label: what the price is for, e.g. per hour */
  'field.unit': Record<never, never>;
  /** Label: last day to register */
  'field.deadline': Record<never, never>;
  /** Label: office or task that answers */
  'field.role': Record<never, never>;
  /** Label: name of a person */
  'field.person': Record<never, never>;
  /** Label: phone number */
  'field.phone': Record<never, never>;
  /** Label: e-mail address */
  'field.email': Record<never, never>;
  /** Label: web address */
  'field.url': Record<never, never>;
  /** Label: consent of the person */
  'field.consent': Record<never, never>;
  /** Label: day on which consent was given */
  'field.given_on': Record<never, never>;
  /** Label: what may be published */
  'field.scope': Record<never, never>;
  /** Label: day on which the consent ends */
  'field.valid_until': Record<never, never>;
  /** Label: where the signed form is kept; not published */
  'field.record': Record<never, never>;
  /** Label: what a link leads to */
  'field.links.label': Record<never, never>;
  /** Label: after how many months to check again */
  'field.review_every': Record<never, never>;
  /** Label of a field of the data sheet: how many places an offer has in all */
  'field.places': Record<never, never>;
  /** Label of a field: how many people an offer reached in a year */
  'field.people': Record<never, never>;
  /** Label of a field: the year that a number of people is for */
  'field.year': Record<never, never>;
  /** Label of a field: what volunteers do */
  'field.tasks': Record<never, never>;
  /** Label of a field: how much time volunteering takes */
  'field.hours': Record<never, never>;
  /** Label of a field: how volunteers are prepared and supported */
  'field.training': Record<never, never>;
  /** Label of a field: which costs volunteers get back */
  'field.expenses': Record<never, never>;
  /** Label: name of an organisation that is not in the list */
  'field.new-organisation.name': Record<never, never>;
  /** Label: kind of organisation, e.g. church */
  'field.new-organisation.kind': Record<never, never>;
  /** State of an offer: not yet public */
  'enum.status.draft': Record<never, never>;
  /** State of an offer: takes place */
  'enum.status.active': Record<never, never>;
  /** State of an offer: takes a break */
  'enum.status.paused': Record<never, never>;
  /** State of an offer: is over */
  'enum.status.ended': Record<never, never>;
  /** For all genders */
  'enum.gender.all': Record<never, never>;
  /** What may be published: a photo */
  'enum.scope.photo': Record<never, never>;
  /** Headline of the page for volunteers who want to translate texts */
  'translate.title': Record<never, never>;
  /** Below the headline of the page for volunteers who want to translate */
  'translate.lead': Record<never, never>;
  /** How much is translated into the page’s language. done, total: numbers of texts */
  'translate.progress': { done: string | number; total: string | number };
  /** Number of texts that have no translation into the page’s language yet */
  'translate.missing': { count: number };
  /** Number of translations whose source text has changed since */
  'translate.outdated': { count: number };
  /** How long a text is */
  'translate.words': { count: number };
  /** Shown when nothing is left to translate into the page’s language */
  'translate.complete': Record<never, never>;
  /** Headline above the explanation of how to translate a text */
  'translate.how': Record<never, never>;
  /** How to translate a text; the reader opens a file that holds the original */
  'translate.how-text': Record<never, never>;
  /** Headline above the list of texts that wait for a translation */
  'translate.list': Record<never, never>;
  /** State of a text in that list: there is no translation yet */
  'translate.state-missing': Record<never, never>;
  /** State of a text in that list: its original has changed since it was translated */
  'translate.state-outdated': Record<never, never>;
  /** Link that opens a new file with the original, to write the translation into; the title of the text follows */
  'translate.start': Record<never, never>;
  /** Link that opens an existing translation, to bring it up to date; the title of the text follows */
  'translate.change': Record<never, never>;
  /** Link that downloads the file with the original, to write the translation into */
  'translate.download': Record<never, never>;
  /** Subject of an e-mail with a translation. title: name of the translated text */
  'translate.mail-subject': { title: string | number };
  /** First line of the file in which a volunteer writes the translation over the original */
  'translate.hint': Record<never, never>;
  /** Headline above the list of all languages with what is missing in each */
  'translate.languages': Record<never, never>;
  /** Headline of the page, and link at the foot of every page, for people who work in the network: staff of offices and associations, coordinators, volunteers; not for newcomers */
  'steering.title': Record<never, never>;
  /** Text below that headline */
  'steering.intro': Record<never, never>;
  /** Headline above links to organisations, networks and meetings */
  'steering.people': Record<never, never>;
  /** Headline above links to concept, guidelines and funding */
  'steering.plans': Record<never, never>;
  /** Headline above links to gaps and to the state of the data */
  'steering.figures': Record<never, never>;
  /** Headline above documents to download */
  'documents.title': Record<never, never>;
  /** Number of organisations of one kind */
  'count.organisations': { count: number };
  /** Number of member organisations of a network */
  'count.members': { count: number };
  /** Label before the networks an organisation takes part in */
  'actor.networks': Record<never, never>;
  /** Headline above the measures (planned projects of the network) an organisation is responsible for */
  'actor.measures': Record<never, never>;
  /** Headline above the organisations that have not described any offer yet */
  'actor.no-offers': Record<never, never>;
  /** Text below that headline; the link to the form for offers follows */
  'actor.no-offers-text': Record<never, never>;
  /** Headline: all networks and working groups of the town or district */
  'network.title': Record<never, never>;
  /** Text below that headline */
  'network.intro': Record<never, never>;
  /** Label: the organisation that leads a network; also the role of that organisation */
  'network.lead': Record<never, never>;
  /** Headline above the organisations that are members of a network */
  'network.members': Record<never, never>;
  /** Label: how often a network meets */
  'network.meets': Record<never, never>;
  /** Label: the day on which a network was founded */
  'network.since': Record<never, never>;
  /** Headline above the smaller groups that belong to a network */
  'network.groups': Record<never, never>;
  /** Link to a file with all meetings of a network for one’s own calendar */
  'network.calendar': Record<never, never>;
  /** Kind of network */
  'enum.network.network': Record<never, never>;
  /** Kind of network: the small group that steers the others */
  'enum.network.steering-group': Record<never, never>;
  /** Kind of network: a group that works on one subject */
  'enum.network.working-group': Record<never, never>;
  /** Kind of network: open meeting of all who are concerned with one subject */
  'enum.network.round-table': Record<never, never>;
  /** Kind of network: elected by the people, such as the Integrationsrat of a town */
  'enum.network.elected-body': Record<never, never>;
  /** A member of a network may vote */
  'enum.vote.yes': Record<never, never>;
  /** A member of a network may not vote */
  'enum.vote.no': Record<never, never>;
  /** A member of a network gives advice but does not vote */
  'enum.vote.advisory': Record<never, never>;
  /** Headline: meetings, conferences and public events of the networks */
  'event.title': Record<never, never>;
  /** Text below that headline */
  'event.intro': Record<never, never>;
  /** Headline above the meetings that are over */
  'event.past': Record<never, never>;
  /** Shown where no meeting is planned */
  'event.none': Record<never, never>;
  /** Notice on a meeting that will not take place */
  'event.cancelled': Record<never, never>;
  /** Label: who may come to a meeting */
  'event.access': Record<never, never>;
  /** Label: which office leads through a meeting */
  'event.moderation': Record<never, never>;
  /** Link to take part in a meeting through the internet */
  'event.online': Record<never, never>;
  /** Headline above the points that a meeting will talk about */
  'event.agenda': Record<never, never>;
  /** Headline above what came out of a meeting, by field of action */
  'event.results': Record<never, never>;
  /** Headline above the decisions of a meeting */
  'event.decisions': Record<never, never>;
  /** Headline above the public record of a meeting */
  'event.minutes': Record<never, never>;
  /** Link to a file that puts a meeting into one’s own calendar */
  'event.calendar': Record<never, never>;
  /** Link to a machine-readable list (Atom feed) that tells of new meetings */
  'event.feed': Record<never, never>;
  /** Label before the measures (planned projects) that a decision is about */
  'event.measures': Record<never, never>;
  /** Label before the guidelines that a decision changed */
  'event.guidelines': Record<never, never>;
  /** A decision answers what people said they need. count: number of people, rounded down and never below a minimum number */
  'event.needs': { count: number };
  /** The same for few people, whose number must not be told. count: the minimum number */
  'event.needs-few': { count: string | number };
  /** Kind of event of a network */
  'enum.event.meeting': Record<never, never>;
  /** Kind of event of a network */
  'enum.event.conference': Record<never, never>;
  /** Kind of event of a network */
  'enum.event.workshop': Record<never, never>;
  /** Kind of event of a network */
  'enum.event.public-event': Record<never, never>;
  /** Who may come to a meeting: everybody */
  'enum.event-access.public': Record<never, never>;
  /** Who may come to a meeting: members of the network */
  'enum.event-access.members': Record<never, never>;
  /** Who may come to a meeting: people who were invited */
  'enum.event-access.invitation': Record<never, never>;
  /** Headline: what has changed among offers and measures since the network met last */
  'changes.title': Record<never, never>;
  /** Between which days the changes happened. from, until: dates */
  'changes.period': { from: string | number; until: string | number };
  /** Hint that the page can be printed and handed out in the meeting */
  'changes.print': Record<never, never>;
  /** Headline above offers that are new */
  'changes.new': Record<never, never>;
  /** Headline above offers that no longer exist */
  'changes.ended': Record<never, never>;
  /** Headline above offers whose data was checked again */
  'changes.reviewed': Record<never, never>;
  /** Headline above measures (planned projects) whose status has changed */
  'changes.measures': Record<never, never>;
  /** How the status of a measure changed, in a list. from, to: a status such as “planned”, “running” */
  'changes.step': { from: string | number; to: string | number };
  /** Headline above offers that are on pause */
  'changes.paused': Record<never, never>;
  /** Headline above offers that take place again */
  'changes.resumed': Record<never, never>;
  /** Headline above offers whose description has changed */
  'changes.rewritten': Record<never, never>;
  /** Headline above measures (planned projects) that are new */
  'changes.measures-new': Record<never, never>;
  /** Headline above measures that are no longer listed */
  'changes.measures-gone': Record<never, never>;
  /** Headline above the targets of the network (what should exist in every town) that are met more or less often than before */
  'changes.targets': Record<never, never>;
  /** Headline of a list of changes with their number. title: e.g. “New offers” */
  'changes.count': { title: string | number; count: string | number };
  /** Shown where nothing has changed */
  'changes.nothing': Record<never, never>;
  /** Headline where there is no earlier state to compare with */
  'changes.none-title': Record<never, never>;
  /** What to do then; the coordinator saves the state of the data before each meeting. command: a command for the computer */
  'changes.none-text': { command: string | number };
  /** Headline of the list of funding programmes */
  'funding.title': Record<never, never>;
  /** Text below that headline */
  'funding.intro': Record<never, never>;
  /** Label: who gives the money */
  'funding.funder': Record<never, never>;
  /** Headline above what a funding programme pays for */
  'funding.pays-for': Record<never, never>;
  /** Headline above what a funding programme does not pay for */
  'funding.does-not-pay': Record<never, never>;
  /** Label: last days for applications */
  'funding.deadlines': Record<never, never>;
  /** Next last day for applications. date: a day */
  'funding.next-deadline': { date: string | number };
  /** Behind a last day that is over */
  'funding.past': Record<never, never>;
  /** Label: how much money a programme gives */
  'funding.amount': Record<never, never>;
  /** Label: from when to when a programme runs */
  'funding.period': Record<never, never>;
  /** Notice that a funding programme is over */
  'funding.ended': Record<never, never>;
  /** Headline above funding programmes that are over */
  'funding.ended-list': Record<never, never>;
  /** Headline above measures (planned projects) that are paid by a programme */
  'funding.measures': Record<never, never>;
  /** Headline above offers that are paid by a programme */
  'funding.offers': Record<never, never>;
  /** Label before the measures (planned projects of the network) that an offer belongs to */
  'offer.measures': Record<never, never>;
  /** Label before the funding programmes that pay for an offer */
  'offer.funding': Record<never, never>;
  /** Status of a measure (a planned project) */
  'enum.measure.idea': Record<never, never>;
  /** Status of a measure */
  'enum.measure.planned': Record<never, never>;
  /** Status of a measure: people are working on it */
  'enum.measure.running': Record<never, never>;
  /** Status of a measure: it has become a permanent service */
  'enum.measure.established': Record<never, never>;
  /** Status of a measure: its aim was reached */
  'enum.measure.achieved': Record<never, never>;
  /** Status of a measure: its aim was not reached */
  'enum.measure.not-achieved': Record<never, never>;
  /** Heading of the page that lists all data files */
  'data.title': Record<never, never>;
  /** First sentence of that page */
  'data.intro': Record<never, never>;
  /** Day on which the data was made */
  'data.as-of': { date: string | number };
  /** Licence of the data; {licence} is a name such as CC-BY-4.0 */
  'data.licence': { licence: string | number };
  /** Shown where the town has not chosen a licence */
  'data.no-licence': Record<never, never>;
  /** What the files never hold */
  'data.excluded': Record<never, never>;
  /** What catalogue.json is */
  'data.catalogue': Record<never, never>;
  /** What catalogue.schema.json is */
  'data.schema': Record<never, never>;
  /** What the CSV and XLSX files are */
  'data.table': Record<never, never>;
  /** What the GeoJSON file is */
  'data.map': Record<never, never>;
  /** What the iCalendar file is */
  'data.calendar': Record<never, never>;
  /** What the HSDS files are */
  'data.referral': Record<never, never>;
  /** What the Open Referral UK files are */
  'data.referral-uk': Record<never, never>;
  /** What the files after the French standard data·inclusion are */
  'data.inclusion': Record<never, never>;
  /** What the DCAT file is */
  'data.portal': Record<never, never>;
  /** Headline over files that only this municipality offers */
  'data.own': Record<never, never>;
  /** Headline over files that only software reads */
  'data.program': Record<never, never>;
  /** Opens the explanation of how a figure was counted */
  'figure.how': Record<never, never>;
  /** Part of a whole, after a label: 12 of 40 */
  'figure.of': { done: string | number; total: string | number };
  /** Share of a whole. count: number */
  'figure.percent': { count: string | number };
  /** The integration concept (plan) of the network: its goals and measures. Headline and menu */
  'concept.title': Record<never, never>;
  /** First sentence on the page of the concept */
  'concept.lead': Record<never, never>;
  /** Headline above all editions of the concept */
  'concept.editions': Record<never, never>;
  /** Mark beside one edition in the list: the one in force */
  'concept.current': Record<never, never>;
  /** When an edition was decided. date: day */
  'concept.adopted': { date: string | number };
  /** When and by whom an edition was decided. date: day; body: e.g. the district council */
  'concept.adopted-by': { date: string | number; body: string | number };
  /** Headline of the table of contents */
  'concept.contents': Record<never, never>;
  /** Headline above goals of a field of action */
  'concept.goals': Record<never, never>;
  /** Before the title of a goal that a measure belongs to */
  'concept.goal': Record<never, never>;
  /** Headline above indicators: series of numbers that show whether a goal is reached */
  'concept.indicators': Record<never, never>;
  /** Headline above the versions of a guideline */
  'concept.versions': Record<never, never>;
  /** One version of a guideline. version: its number; date: day */
  'concept.version': { version: string | number; date: string | number };
  /** Before the meetings that took part in a version of a guideline */
  'concept.shaped-by': Record<never, never>;
  /** Label before the organisation that is responsible for a measure */
  'concept.responsible': Record<never, never>;
  /** Label: when a measure was planned to take place */
  'concept.planned': Record<never, never>;
  /** Label: when a measure really took place */
  'concept.actual': Record<never, never>;
  /** Mark on a measure that should be finished and is not */
  'concept.late': Record<never, never>;
  /** After the status of a measure. date: since when it has had it */
  'concept.since': { date: string | number };
  /** Label before the measure or goal of the former edition that goes on here */
  'concept.continues': Record<never, never>;
  /** Label before the measure or goal of the next edition in which this one goes on */
  'concept.continued-by': Record<never, never>;
  /** Headline above the offers that belong to a measure */
  'concept.offers': Record<never, never>;
  /** Label before the meetings in which something was decided */
  'concept.decided': Record<never, never>;
  /** Headline above the history of a measure */
  'concept.history': Record<never, never>;
  /** Link to a page that has the whole concept for printing */
  'concept.print': Record<never, never>;
  /** Hint on pages made for printing */
  'concept.print-hint': Record<never, never>;
  /** Below a goal without measures */
  'concept.no-measures': Record<never, never>;
  /** State of a goal whose measures are all achieved or established */
  'rollup.reached': Record<never, never>;
  /** State of a goal of which at least one measure is going on */
  'rollup.on-the-way': Record<never, never>;
  /** State of a goal of which no measure has begun */
  'rollup.not-begun': Record<never, never>;
  /** State of a goal of which no measure was achieved */
  'rollup.missed': Record<never, never>;
  /** State of a goal without measures or figures */
  'rollup.no-data': Record<never, never>;
  /** Number of measures. count: number */
  'rollup.count': { count: string | number };
  /** Number of measures that are late. count: number */
  'rollup.late': { count: string | number };
  /** Explains how the state of a goal or field of action follows from its measures */
  'rollup.definition': Record<never, never>;
  /** The newest value of an indicator is as good as its target */
  'attainment.reached': Record<never, never>;
  /** How far an indicator has come from its first value to its target. percent: number */
  'attainment.share': { percent: string | number };
  /** The newest value of an indicator is not yet as good as its target; how far it is cannot be said */
  'attainment.open': Record<never, never>;
  /** The value has moved away from its target */
  'attainment.away': Record<never, never>;
  /** The day of the target has passed and the value has not come as far */
  'attainment.missed': Record<never, never>;
  /** Why the attainment of a goal cannot be told */
  'attainment.no-value': Record<never, never>;
  /** Why the attainment of a goal cannot be told */
  'attainment.no-target': Record<never, never>;
  /** Why the attainment of a goal cannot be told as a share */
  'attainment.no-start': Record<never, never>;
  /** Explains how the attainment of a goal is found from its indicator */
  'attainment.definition': Record<never, never>;
  /** The newest value was not measured, or may still change */
  'attainment.uncertain': Record<never, never>;
  /** Headline above what an indicator counts */
  'indicator.definition': Record<never, never>;
  /** The value of an indicator is meant to rise */
  'indicator.up': Record<never, never>;
  /** The value of an indicator is meant to fall */
  'indicator.down': Record<never, never>;
  /** Target of an indicator. value: number with unit; date: day */
  'indicator.goal': { value: string | number; date: string | number };
  /** Newest value of an indicator. value: number with unit; date: day */
  'indicator.latest': { value: string | number; date: string | number };
  /** Column of a table of values */
  'indicator.date': Record<never, never>;
  /** Column of a table of values */
  'indicator.value': Record<never, never>;
  /** Column of a table of values, and name of a line in the chart */
  'indicator.target': Record<never, never>;
  /** Column of a table of values, where the value comes from */
  'indicator.source': Record<never, never>;
  /** Column of a table of values: how sure a value is */
  'indicator.quality': Record<never, never>;
  /** A value that was measured */
  'indicator.quality.measured': Record<never, never>;
  /** A value that was estimated */
  'indicator.quality.estimated': Record<never, never>;
  /** A value that may still change */
  'indicator.quality.provisional': Record<never, never>;
  /** In place of a value that nobody knows */
  'indicator.missing': Record<never, never>;
  /** Headline above the table of all values behind a chart */
  'indicator.table': Record<never, never>;
  /** Says a chart in one sentence. title: what is counted; first, last: values with units; from, until: days */
  'indicator.chart': { title: string | number; first: string | number; from: string | number; last: string | number; until: string | number };
  /** Explains gaps in the line of a chart */
  'indicator.gap': Record<never, never>;
  /** In place of a chart without any value */
  'indicator.no-values': Record<never, never>;
  /** Headline of the page that compares editions of the concept */
  'compare.title': Record<never, never>;
  /** First sentence of the page that compares editions of the concept */
  'compare.lead': Record<never, never>;
  /** Headline above the differences of two editions. old, new: their names */
  'compare.between': { old: string | number; new: string | number };
  /** Headline above measures or goals that go on in the new edition */
  'compare.kept': Record<never, never>;
  /** Headline above measures or goals that are new */
  'compare.new': Record<never, never>;
  /** Headline above measures or goals that do not go on */
  'compare.gone': Record<never, never>;
  /** Headline above measures that did not go on because they are done */
  'compare.finished': Record<never, never>;
  /** Headline and menu of the page about gaps in the offers */
  'gaps.title': Record<never, never>;
  /** First sentence of the page about gaps in the offers */
  'gaps.lead': Record<never, never>;
  /** Headline above targets that are not met */
  'gaps.unmet': Record<never, never>;
  /** Headline above targets that are met */
  'gaps.met': Record<never, never>;
  /** In place of targets that are not met */
  'gaps.all-met': Record<never, never>;
  /** In place of targets, where the network has set none */
  'gaps.no-targets': Record<never, never>;
  /** How often a target is met. done, total: numbers of places (and languages) */
  'gaps.met-of': { done: string | number; total: string | number };
  /** What there is and what there should be at one place. count, minimum: numbers of offers */
  'gaps.found': { count: string | number; minimum: string | number };
  /** Headline above offers that nearly meet a target: something is missing */
  'gaps.candidates': Record<never, never>;
  /** What an offer lacks to meet a target. list: e.g. child care */
  'gaps.lacks': { list: string | number };
  /** Why an offer does not count for a town: it does not serve that town */
  'gaps.elsewhere': Record<never, never>;
  /** Explains how a target is judged */
  'gaps.target-definition': Record<never, never>;
  /** Headline above links to tables: offers by town and topic … */
  'gaps.matrices': Record<never, never>;
  /** Name of a table. rows, columns: what its rows and columns stand for, e.g. Town and Topic */
  'gaps.matrix-title': { rows: string | number; columns: string | number };
  /** First sentence above a table of numbers that are links */
  'gaps.matrix-lead': Record<never, never>;
  /** Explains what the numbers in the table count */
  'gaps.definition': Record<never, never>;
  /** Last row or column of a table, the number of all */
  'gaps.total': Record<never, never>;
  /** Row or column for offers that say nothing about it */
  'gaps.none-value': Record<never, never>;
  /** Headline above the offers behind the numbers of a table; also a column of numbers */
  'gaps.offers': Record<never, never>;
  /** Explains the colours of a table */
  'gaps.legend': Record<never, never>;
  /** Link to a file with the table */
  'gaps.csv': Record<never, never>;
  /** Headline above the needs that people have reported */
  'gaps.needs': Record<never, never>;
  /** Explains the numbers of needs. minimum: number */
  'gaps.needs-definition': { minimum: string | number };
  /** In place of a number that is too small to be published. minimum: number */
  'gaps.fewer': { minimum: string | number };
  /** In place of a number that is not published because others could be worked out from it */
  'gaps.withheld': Record<never, never>;
  /** Column: places at the offers */
  'gaps.capacity': Record<never, never>;
  /** Column: people whom the offers have reached */
  'gaps.reached': Record<never, never>;
  /** Explains the numbers of places and of people reached */
  'gaps.capacity-definition': Record<never, never>;
  /** Headline above how the numbers have changed over time */
  'gaps.trend': Record<never, never>;
  /** Explains the numbers of the past */
  'gaps.trend-definition': Record<never, never>;
  /** Column: number of targets that were not met on that day */
  'gaps.trend-unmet': Record<never, never>;
  /** Column: number of cells of a table without a single offer on that day */
  'gaps.trend-empty': Record<never, never>;
  /** Headline above the table that the reader puts together */
  'gaps.pivot': Record<never, never>;
  /** Says what to do with the two lists for rows and columns */
  'gaps.pivot-lead': Record<never, never>;
  /** Label of the choice of what the rows stand for */
  'gaps.rows': Record<never, never>;
  /** Label of the choice of what the columns stand for */
  'gaps.columns': Record<never, never>;
  /** Shown while the numbers are loaded */
  'gaps.loading': Record<never, never>;
  /** Shown when the numbers could not be loaded */
  'gaps.error': Record<never, never>;
  /** Headline and menu of the page that says how up to date and complete the data are */
  'status.title': Record<never, never>;
  /** First sentence of the page that says how up to date and complete the data are */
  'status.lead': Record<never, never>;
  /** Headline above the numbers of offers by their last review */
  'status.freshness': Record<never, never>;
  /** Number of offers that were reviewed in time */
  'status.fresh': Record<never, never>;
  /** Number of offers that should be reviewed now */
  'status.due': Record<never, never>;
  /** Number of offers that were not reviewed for a long time */
  'status.ask-first': Record<never, never>;
  /** Explains the three numbers */
  'status.freshness-definition': Record<never, never>;
  /** Headline above how complete the data sheets are */
  'status.completeness': Record<never, never>;
  /** Explains the figure of completeness */
  'status.completeness-definition': Record<never, never>;
  /** Headline above the parts of data sheets that are most often empty */
  'status.most-missing': Record<never, never>;
  /** Headline above how much is translated into each language */
  'status.translations': Record<never, never>;
  /** Explains the figures of translations */
  'status.translations-definition': Record<never, never>;
  /** Headline above offers that end soon */
  'status.ends-soon': Record<never, never>;
  /** Headline above funding that runs out soon */
  'status.funding': Record<never, never>;
  /** Headline above measures that are late */
  'status.late': Record<never, never>;
  /** Headline above words that people searched for without finding anything */
  'status.searches': Record<never, never>;
  /** Explains where the list of words comes from */
  'status.searches-definition': Record<never, never>;
  /** How often a word was sent. count: number */
  'status.times': { count: number };
  /** In place of an empty list */
  'status.nothing': Record<never, never>;
  /** Headline and menu: offers for people who want to volunteer */
  'volunteering.title': Record<never, never>;
  /** First sentence of the page for people who want to volunteer */
  'volunteering.lead': Record<never, never>;
  /** Label: what volunteers do */
  'volunteering.tasks': Record<never, never>;
  /** Label: how much time it takes */
  'volunteering.hours': Record<never, never>;
  /** Label: how volunteers are prepared */
  'volunteering.training': Record<never, never>;
  /** Label: what is paid back to volunteers, e.g. bus tickets */
  'volunteering.expenses': Record<never, never>;
  /** Label: how old volunteers must be */
  'volunteering.age': Record<never, never>;
  /** Headline and link: form in which people say what offer is missing */
  'missing.title': Record<never, never>;
  /** First sentence above the form */
  'missing.lead': Record<never, never>;
  /** Label of the only field that must be filled in */
  'missing.what': Record<never, never>;
  /** Example below the label */
  'missing.what-help': Record<never, never>;
  /** Label of a number field */
  'missing.how-many': Record<never, never>;
  /** Label of a large text field */
  'missing.more': Record<never, never>;
  /** Below the text fields: what not to write */
  'missing.privacy': Record<never, never>;
  /** What becomes of the answers */
  'missing.published': Record<never, never>;
  /** Hint for browsers without JavaScript; ways to write follow */
  'missing.no-script': Record<never, never>;
  /** Subject of the e-mail */
  'missing.subject': Record<never, never>;
  /** Headline over links to the towns whose catalogue an offer was taken over from */
  'offer.homes': Record<never, never>;
  /** Heading: offers that the reader kept */
  'list.title': Record<never, never>;
  /** First sentence of the page; the list is on the device only */
  'list.intro': Record<never, never>;
  /** Button on an offer that keeps it on the list; it stays pressed */
  'list.keep': Record<never, never>;
  /** Link to the list */
  'list.show': Record<never, never>;
  /** The list is empty */
  'list.empty': Record<never, never>;
  /** What to do then; {keep} is the label of the button */
  'list.empty-text': { keep: string | number };
  /** Link to all offers */
  'list.browse': Record<never, never>;
  /** Shown where scripts do not run */
  'list.no-script': Record<never, never>;
  /** Shown above a list that came as a link */
  'list.received': Record<never, never>;
  /** Button that takes a received list over into the own one */
  'list.keep-all': Record<never, never>;
  /** Button that takes an offer off the list */
  'list.remove': Record<never, never>;
  /** Button that empties the list */
  'list.clear': Record<never, never>;
  /** Button that prints */
  'list.print': Record<never, never>;
  /** Button that passes the link on */
  'list.share': Record<never, never>;
  /** The link is in the clipboard */
  'list.copied': Record<never, never>;
  /** Button that shows a QR code */
  'list.qr': Record<never, never>;
  /** What the QR code does */
  'list.qr-text': Record<never, never>;
  /** What the link tells: nothing about the reader */
  'list.private': Record<never, never>;
  /** Choice of a second language that is shown beside the first */
  'list.second': Record<never, never>;
  /** No second language */
  'list.second-none': Record<never, never>;
  /** Choice between two sizes on paper */
  'list.form': Record<never, never>;
  /** Whole sheet with all facts */
  'list.form-sheet': Record<never, never>;
  /** Small card with the most important facts */
  'list.form-card': Record<never, never>;
  /** On paper: the day; {date} is a date */
  'list.printed': { date: string | number };
  /** The offer has been deleted */
  'list.gone': Record<never, never>;
  /** The offer could not be loaded */
  'list.failed': Record<never, never>;
  /** The browser does not allow to keep anything */
  'list.refused': Record<never, never>;
  /** On the page that a QR code opens: choose a language */
  'list.choose-language': Record<never, never>;
  /** Button: download the dates of all offers on the reader’s list as a file for their own calendar */
  'list.calendar': Record<never, never>;
  /** Where no offer on the list has fixed dates */
  'list.calendar-none': Record<never, never>;
  /** The file was made, but without some offers that could not be loaded */
  'list.calendar-part': { count: number };
  /** Title of the page, and link to it: using the site without a connection */
  'offline.title': Record<never, never>;
  /** Under the title: what the page is for */
  'offline.lead': Record<never, never>;
  /** What is kept and when, in a box on the page of a town; honest and short */
  'offline.what': Record<never, never>;
  /** Title of that box. town: name of a town */
  'offline.town': { town: string | number };
  /** What will be stored. count: number of offers; size: for example 1.2 MB */
  'offline.size': { count: number; size: string | number };
  /** Size on the device. size: a number, for example 1.2 */
  'offline.megabytes': { size: string | number };
  /** Button: keep the offers of this town on the device */
  'offline.keep': Record<never, never>;
  /** While files are loaded, beside a progress bar */
  'offline.working': Record<never, never>;
  /** The town is on the device. date: day on which the site was built */
  'offline.kept': { date: string | number };
  /** After the sentence before: the site has been renewed since */
  'offline.outdated': Record<never, never>;
  /** Button: load the newer version */
  'offline.update': Record<never, never>;
  /** Button: delete this town from the device */
  'offline.remove': Record<never, never>;
  /** Heading: what concerns the whole device (telephone, computer) */
  'offline.device': Record<never, never>;
  /** Offline use is switched on: pages that are opened are kept, too */
  'offline.on': Record<never, never>;
  /** Nothing is stored yet, and nobody learns what is stored */
  'offline.off': Record<never, never>;
  /** Button: keep pages that are opened from now on */
  'offline.switch-on': Record<never, never>;
  /** Button: delete everything that this site has stored */
  'offline.remove-all': Record<never, never>;
  /** After everything was deleted */
  'offline.removed': Record<never, never>;
  /** Keeping failed: the device is full */
  'offline.failed-no-space': Record<never, never>;
  /** Keeping failed: the site was renewed meanwhile */
  'offline.failed-changing': Record<never, never>;
  /** Keeping failed: no connection. Nothing was stored by halves */
  'offline.failed-connection': Record<never, never>;
  /** Small notice: the page shown is an older one from the device */
  'offline.newer': Record<never, never>;
  /** Button beside it: load the page anew */
  'offline.reload': Record<never, never>;
  /** Title of the page shown instead of one that is not on the device, without a connection */
  'offline.missing': Record<never, never>;
  /** What one can do then; a list of links or the next text but one follows */
  'offline.missing-text': Record<never, never>;
  /** Heading above links to what is on the device */
  'offline.here': Record<never, never>;
  /** Instead of that list: no town was kept */
  'offline.nothing': Record<never, never>;
  /** Instead of the function, for browsers without scripts */
  'offline.no-script': Record<never, never>;
  /** Instead of the function, in browsers that cannot keep anything, such as in some private windows */
  'offline.unsupported': Record<never, never>;
  /** Title of the map of all towns, and link to it */
  'map.title': Record<never, never>;
  /** Introduction of the map of all towns; the number at each town says how many offers there are */
  'map.intro': Record<never, never>;
  /** Title of the map of one town */
  'map.town': { town: string | number };
  /** Introduction of the map of one town */
  'map.town-intro': Record<never, never>;
  /** Link before the map that leads to the same content as a list */
  'map.skip': Record<never, never>;
  /** What a screen reader says of the drawing; name is the town or the district */
  'map.label': { name: string | number };
  /** How many places stand in the list or behind one point of the map */
  'map.places': { count: number };
  /** Link from the map of a town to the page with all its offers */
  'map.all-offers': { town: string | number };
  /** How many more offers are for people of this town but are not on its map: they are in other places, online or by phone */
  'map.no-point': { count: number };
  /** Name of the button with the plus sign on the map */
  'map.zoom-in': Record<never, never>;
  /** Name of the button with the minus sign on the map */
  'map.zoom-out': Record<never, never>;
  /** Button that shows the whole map again */
  'map.whole': Record<never, never>;
  /** First choice of the filter by topic */
  'map.all-topics': Record<never, never>;
  /** How to use the map by keyboard */
  'map.keys': Record<never, never>;
  /** Headline of the list of all places on the map */
  'map.list': Record<never, never>;
  /** Headline of the list when a point of the map was chosen */
  'map.chosen': Record<never, never>;
  /** Button that shows the whole list again */
  'map.show-all': Record<never, never>;
  /** Button that shows more places of the list */
  'map.more': Record<never, never>;
  /** In place of the list where no place has offers of the chosen topic */
  'map.none': Record<never, never>;
  /** Button that loads a street map */
  'map.streets': Record<never, never>;
  /** Beside the button for the street map: what happens when it is chosen; host is the name of a server */
  'map.streets-hint': { host: string | number };
  /** Button that removes the street map */
  'map.streets-off': Record<never, never>;
  /** Whose street map it is */
  'map.source': { source: string | number };
  /** Link from a list of offers to the map that shows where they are */
  'map.show': Record<never, never>;
  /** Headline on the privacy page where the town has a street map */
  'map.privacy-title': Record<never, never>;
  /** On the privacy page where the street map comes from another server; host is the name of the server */
  'map.privacy': { host: string | number };
  /** Title of the page that makes code with which other websites show offers */
  'embed.title': Record<never, never>;
  /** Introduction of that page */
  'embed.intro': Record<never, never>;
  /** Headline of the form: which offers are shown */
  'embed.what': Record<never, never>;
  /** First choice of each filter: no restriction */
  'embed.any': Record<never, never>;
  /** Field: in which language the list is written */
  'embed.interface': Record<never, never>;
  /** Field: in which language people are helped */
  'embed.spoken': Record<never, never>;
  /** Field: the most offers that are shown */
  'embed.limit': Record<never, never>;
  /** Field: a headline of its own above the list */
  'embed.heading': Record<never, never>;
  /** Headline of the choice between the two ways to embed */
  'embed.way': Record<never, never>;
  /** First way to embed: as a part of the page */
  'embed.element': Record<never, never>;
  /** Second way to embed: as a frame (iframe) */
  'embed.frame': Record<never, never>;
  /** Label of the finished code */
  'embed.code': Record<never, never>;
  /** Button that copies the finished code */
  'embed.copy': Record<never, never>;
  /** After the code was copied */
  'embed.copied': Record<never, never>;
  /** Headline of the preview */
  'embed.preview': Record<never, never>;
  /** Headline of the notes for the people who run the website */
  'embed.it': Record<never, never>;
  /** Note for IT: what a content security policy must allow; the sources follow as code */
  'embed.csp': Record<never, never>;
  /** Note for IT: how colours and font are changed; the names follow as code */
  'embed.style': Record<never, never>;
  /** That nothing is stored and nobody is counted */
  'embed.private': Record<never, never>;
  /** In the embedded list while it is loading */
  'embed.loading': Record<never, never>;
  /** In the embedded list when it could not be loaded */
  'embed.failed': Record<never, never>;
  /** In the embedded list when nothing fits */
  'embed.empty': Record<never, never>;
  /** Link at the foot of the embedded list to the whole list */
  'embed.all': Record<never, never>;
  /** At the foot of the embedded list: where the offers come from */
  'embed.source': { site: string | number };
  /** Where no scripts run */
  'embed.no-script': Record<never, never>;
  /** Title of the accessibility statement that the law wants, and link to it at the foot of every page */
  'accessibility.title': Record<never, never>;
  /** First sentence of that page */
  'accessibility.lead': Record<never, never>;
  /** Whose statement it is and for which site. publisher: name of the authority; site: title of the site */
  'accessibility.scope': { publisher: string | number; site: string | number };
  /** law: short names of the laws, in German */
  'accessibility.law': { law: string | number };
  /** Headline: how accessible the site is */
  'accessibility.result': Record<never, never>;
  /** The site meets the standard EN 301 549 fully */
  'accessibility.result.full': Record<never, never>;
  /** The site meets it in part */
  'accessibility.result.partial': Record<never, never>;
  /** The site does not meet it */
  'accessibility.result.none': Record<never, never>;
  /** Nobody has assessed the site yet */
  'accessibility.result.unknown': Record<never, never>;
  /** When the authority assessed the site itself */
  'accessibility.assessed-self': { date: string | number };
  /** When somebody else assessed it. name: of the testers */
  'accessibility.assessed-by': { date: string | number; name: string | number };
  /** Headline: what is tested automatically */
  'accessibility.tests': Record<never, never>;
  /** pages: number of kinds of pages; languages: list of their names in the nominative; standard: e.g. WCAG 2.2 AA; tool: e.g. axe-core 4.14 */
  'accessibility.tests.text': { pages: number; languages: string | number; standard: string | number; tool: string | number; date: string | number };
  /** What these tests cannot see */
  'accessibility.tests.limit': Record<never, never>;
  /** Headline: what is not accessible */
  'accessibility.barriers': Record<never, never>;
  /** How many offers have no text in the language of the page. count, total: numbers */
  'accessibility.barriers.untranslated': { count: string | number; total: string | number };
  /** How many offers have no text in plain German. count, total: numbers */
  'accessibility.barriers.plain': { count: string | number; total: string | number };
  /** What is linked and was not tested */
  'accessibility.barriers.links': Record<never, never>;
  /** Headline: are the buildings accessible */
  'accessibility.places': Record<never, never>;
  /** Where to find it */
  'accessibility.places.text': Record<never, never>;
  /** Headline: how to tell the authority of a barrier */
  'accessibility.report': Record<never, never>;
  /** days: within how many days there is an answer; buttons to call and to write follow */
  'accessibility.report.text': { days: number };
  /** Headline: whom to ask when the authority does not help */
  'accessibility.enforcement': Record<never, never>;
  /** The link to the body follows */
  'accessibility.enforcement.text': Record<never, never>;
  /** made, reviewed: days */
  'accessibility.dates': { made: string | number; reviewed: string | number };
  /** Name of the group of buttons “today”, “7 days”, “nearby”, read by screen readers only */
  'near.title': Record<never, never>;
  /** Button and date: what takes place today and is not over yet */
  'near.today': Record<never, never>;
  /** Button: what takes place in the seven days from today; very short */
  'near.week': Record<never, never>;
  /** Button that opens the choice of a place to measure distances from; very short */
  'near.close': Record<never, never>;
  /** Label of a choice of towns: the one that distances are measured from */
  'near.from': Record<never, never>;
  /** First entry of that choice: no town is chosen yet */
  'near.choose': Record<never, never>;
  /** Label of a choice of distances such as 5 km: only offers within it are shown */
  'near.within': Record<never, never>;
  /** First entry of that choice: any distance */
  'near.any': Record<never, never>;
  /** Button: measure from the reader’s own position; also the name of that position */
  'near.here': Record<never, never>;
  /** Below that button: what happens with the position */
  'near.private': Record<never, never>;
  /** While the device looks for its position */
  'near.asking': Record<never, never>;
  /** The reader or the device does not give the position */
  'near.denied': Record<never, never>;
  /** The device cannot find its position */
  'near.unavailable': Record<never, never>;
  /** The position is inexact. distance: such as 3 km */
  'near.rough': { distance: string | number };
  /** The reader is far from all offers. distance: to the nearest, such as 120 km */
  'near.far': { distance: string | number };
  /** Above results that are sorted by distance */
  'near.order': Record<never, never>;
  /** On a card, behind the town. distance: such as 2.3 km, measured in a straight line, not along roads */
  'near.away': { distance: string | number };
  /** On a card instead of a distance: the address is protected and given by telephone only */
  'near.on-request': Record<never, never>;
  /** Below the results when only offers within some distance are shown */
  'near.only-placed': Record<never, never>;
  /** Button: show offers at any distance again */
  'near.lift': Record<never, never>;
  /** Button where nothing takes place today any more */
  'near.try-week': Record<never, never>;
  /** Title of the page that shows what takes place on which of the next seven days */
  'week.title': Record<never, never>;
  /** Below that title */
  'week.intro': Record<never, never>;
  /** Headline above a list of towns */
  'week.choose': Record<never, never>;
  /** In that list: all towns together */
  'week.all': Record<never, never>;
  /** Behind the name of a town: how often something takes place there in the next seven days */
  'week.dates': { count: number };
  /** Below a day on which nothing takes place */
  'week.nothing': Record<never, never>;
  /** Link to all that takes place on a day of which only the first are shown */
  'week.more': { count: number };
  /** First entry of the choice of a topic: no topic is chosen */
  'week.all-topics': Record<never, never>;
  /** Button: the seven days before */
  'week.earlier': Record<never, never>;
  /** Button: the seven days after */
  'week.later': Record<never, never>;
  /** At the end: the day on which the page was made */
  'week.as-of': { date: string | number };
  /** Notice where the page was made more than a week ago. date: that day */
  'week.old': { date: string | number };
  /** Behind a date: a public holiday */
  'week.holiday': Record<never, never>;
  /** Where another week or topic could not be loaded */
  'week.failed': Record<never, never>;
  /** Headline above the large answers to the question of the start page (learn German, work, housing …) */
  'start.situations': Record<never, never>;
  /** Headline above the few offers that fit an answer of the start page best */
  'situation.best': Record<never, never>;
  /** Headline above the choice of a town, which leads to the offers there */
  'situation.town': Record<never, never>;
  /** Button beside the choice of a town: shows the offers there */
  'situation.show': Record<never, never>;
  /** Headline above the topics that belong to an answer of the start page */
  'situation.topics': Record<never, never>;
  /** Guides: pages that lead step by step through a situation in life, such as arriving in the town */
  'guide.title': Record<never, never>;
  /** Sentence on the page with all guides */
  'guide.intro': Record<never, never>;
  /** Headline above the list of steps of a guide; each leads to its place on the page */
  'guide.steps': Record<never, never>;
  /** Headline above the steps of a guide for the first days after arrival */
  'guide.when.first-days': Record<never, never>;
  /** Headline above the steps of a guide for the first weeks */
  'guide.when.first-weeks': Record<never, never>;
  /** Headline above the steps of a guide for the first months */
  'guide.when.first-months': Record<never, never>;
  /** Headline above the steps of a guide for later */
  'guide.when.later': Record<never, never>;
  /** Headline above the offers that help with a step of a guide */
  'guide.offers': Record<never, never>;
  /** Link on every page and headline of the page with emergency numbers and helplines; as short as possible */
  'emergency.title': Record<never, never>;
  /** Sentence on the page with emergency numbers: tapping a number calls it */
  'emergency.lead': Record<never, never>;
  /** Headline above police, ambulance and doctor on call */
  'emergency.now': Record<never, never>;
  /** Headline above the helplines */
  'emergency.listen': Record<never, never>;
  /** Headline above offers of the town for people in need */
  'emergency.nearby': Record<never, never>;
  /** Headline above German sentences for the emergency call, each with its translation */
  'emergency.say': Record<never, never>;
  /** A sentence for the emergency call; stands beside the German one */
  'emergency.say.ambulance': Record<never, never>;
  /** A sentence for the emergency call; stands beside the German one */
  'emergency.say.police': Record<never, never>;
  /** A sentence for the emergency call; stands beside the German one */
  'emergency.say.address': Record<never, never>;
  /** Below the German sentences for the emergency call: do not hang up */
  'emergency.say.wait': Record<never, never>;
  /** Headline above a video in German Sign Language on the start page */
  'sign-language.title': Record<never, never>;
  /** Sentence below that headline: what the video is about */
  'sign-language.intro': Record<never, never>;
  /** Link to a video in German Sign Language, or to its file */
  'sign-language.watch': Record<never, never>;
  /** Link to the page with what the video says, in words */
  'sign-language.text': Record<never, never>;
  /** Title of the glossary page, and link to it */
  'glossary.title': Record<never, never>;
  /** Under the title: what the page is for */
  'glossary.lead': Record<never, never>;
  /** Heading above the short list of explained words at the end of a page */
  'glossary.on-page': Record<never, never>;
  /** Link from that list to the glossary page */
  'glossary.all': Record<never, never>;
  /** Name of the row of letters above the glossary, for screen readers */
  'glossary.letters': Record<never, never>;
  /** Button: close the explanation that has opened over the page */
  'glossary.close': Record<never, never>;
  /** Button: have the page read aloud by a voice of the device */
  'read-aloud.start': Record<never, never>;
  /** Button: pause reading aloud */
  'read-aloud.pause': Record<never, never>;
  /** Button: go on reading aloud */
  'read-aloud.resume': Record<never, never>;
  /** Button: stop reading aloud */
  'read-aloud.stop': Record<never, never>;
  /** Name of the box where readers choose the size of the text and the spacing; the button itself shows “Aa” */
  'text-size.label': Record<never, never>;
  /** Above the choice of 100, 125 and 150 % */
  'text-size.size': Record<never, never>;
  /** Box to tick: wider letters, words and lines */
  'text-size.wide': Record<never, never>;
  /** Button: back to the usual size and spacing */
  'text-size.reset': Record<never, never>;
  /** Link and heading: give this offer to somebody else */
  'pass-on.title': Record<never, never>;
  /** Beside the QR code of an offer: what happens when somebody scans it */
  'pass-on.scan': Record<never, never>;
  /** Text for screen readers instead of the QR code */
  'pass-on.code': Record<never, never>;
  /** Under the name of each language, on the page that the code opens where the language could not be chosen by itself */
  'pass-on.open': Record<never, never>;
  /** Title of a printed booklet; {town} is the name of a town */
  'booklet.of-town': { town: string | number };
  /** Headline in a booklet: list of organisations with pages */
  'booklet.index': Record<never, never>;
  /** Headline in a booklet for offers that take place in no single town */
  'booklet.elsewhere': Record<never, never>;
  /** On the last page of a booklet, above a QR code */
  'booklet.newest': Record<never, never>;
  /** Before the name of the office that publishes the booklet */
  'booklet.publisher': Record<never, never>;
  /** Headline: booklets to be printed */
  'booklets.title': Record<never, never>;
  /** First sentence of the page with booklets */
  'booklets.intro': Record<never, never>;
  /** How to print a booklet well; „Broschüre“ is a choice in the print dialogue */
  'booklets.how': Record<never, never>;
  /** About a file to download; {pages} a number, {size} a number of megabytes, {date} a date */
  'booklets.file': { pages: number; size: string | number; date: string | number };
  /** Link to the booklet of a town or topic */
  'booklets.download': Record<never, never>;
  /** On the page of the list: how to cut printed cards */
  'list.cut': Record<never, never>;
}
