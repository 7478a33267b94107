/** On an offer's page: dates that have passed since the site was built are no next dates any more. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
for (const time of document.querySelectorAll<HTMLTimeElement>('[data-next-date] time[datetime]')) {
  if (time.dateTime.slice(0, 10) < today) time.closest<HTMLElement>('[data-next-date]')?.setAttribute('hidden', '');
}
