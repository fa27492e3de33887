import { printMapPage } from './print-map.view.tsx';

/** The map on A4, lying on its side. */
export default printMapPage('/provision/map/print', 'landscape');
