const below = " (below the campaign's ticket)";

/** Where the trouble of a link is kept: that a ticket cannot be put below the campaign's says nothing of the ticket itself. */
export function linkPlace(place: string): string {
  return `${place}${below}`;
}

/** The tracker that a trouble is about, and whether it is about the link alone. */
export function troublePlace(place: string): { readonly place: string; readonly isLink: boolean } {
  const isLink = place.endsWith(below);
  return { place: isLink ? place.slice(0, -below.length) : place, isLink };
}
