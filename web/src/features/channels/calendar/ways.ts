// How the calendars that people have take a calendar in by its address.

export type Way = { name: string; href: string };

/** `address` is whole: https://…/circles/5.ics */
export function waysInto(address: string, name: string): Way[] {
  const webcal = address.replace(/^https?:/, 'webcal:');
  const query = new URLSearchParams({ url: address, name });
  return [
    { name: 'Google Calendar', href: 'https://calendar.google.com/calendar/render?' + new URLSearchParams({ cid: webcal }) },
    { name: 'Apple', href: webcal },
    { name: 'Outlook', href: 'https://outlook.live.com/calendar/0/addfromweb?' + query },
    { name: 'Microsoft 365', href: 'https://outlook.office.com/calendar/0/addfromweb?' + query },
  ];
}
