import { printMapPage } from './print-map.view.tsx';

/** The map on A3, lying on its side: for a year. */
export default printMapPage('/provision/map/print-a3', 'broad');
