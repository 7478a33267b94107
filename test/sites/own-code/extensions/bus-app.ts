import { writeDataCsv, type OwnExport } from 'angebotslotse/extension';

/** The regional bus app shows offers at its stops: one line for each offer with a place on the map. */
export const busApp: OwnExport = {
  path: 'bus.csv',
  text: {
    de: 'Für die Bus-App der Region: Angebote mit Ort auf der Karte.',
    en: 'For the region’s bus app: offers with their place on the map.',
  },
  make: ({ offers, offerAddress, date }) =>
    writeDataCsv([
      ['id', 'title', 'venue', 'latitude', 'longitude', 'page', 'as_of'],
      ...offers.flatMap(({ id, data, place }) =>
        place?.geo ? [[id, data.title, place.name ?? '', place.geo.lat, place.geo.lon, offerAddress(id), date]] : [],
      ),
    ]),
};
