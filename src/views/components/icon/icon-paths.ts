/** Icons of the interface itself: strokes on a grid of 24, one path each; one by one, so that a script takes along only those it draws. */

export const arrow = 'M5 12h14M13 6l6 6-6 6';
export const bookmark = 'M7 4.5h10v15l-5-3.8L7 19.5z';
export const calendar =
  'M6.5 5.5h11a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2zM4.5 10h15M8.5 3.5v4M15.5 3.5v4M8 13.5h2M14 13.5h2';
export const check = 'M5 12.5l4.5 4.5L19 7.5';
export const chevron = 'M6 9.5l6 6 6-6';
export const child = 'M12 4.5a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM6.5 20c0-4 2.3-6.5 5.5-6.5s5.5 2.5 5.5 6.5M9.5 20v-2.5h5V20';
export const coin = 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM15 8.8a4 4 0 1 0 0 6.4M7.5 11h5M7.5 13.2h5';
export const cross = 'M6.5 6.5l11 11M17.5 6.5l-11 11';
export const filter = 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h8M16 17h4M15 5v4M9 10v4M14 15v4';
export const globe =
  'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM4.3 10h15.4M4.3 14h15.4M12 4c-4.6 4.7-4.6 11.3 0 16M12 4c4.6 4.7 4.6 11.3 0 16';
export const home = 'M4 11.5L12 5l8 6.5M6.5 10v9.5h11V10M10 19.5v-5h4v5';
export const info = 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM12 11v5.5M12 7.8v.1';
export const mail = 'M5.5 5.5h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM4 7.5l8 6 8-6';
export const pause = 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM10 9v6M14 9v6';
export const pen = 'M14.5 5.5l4 4L9 19l-5 1 1-5zM12.5 7.5l4 4';
export const people =
  'M9 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM3.5 19c0-3.5 2.2-5.5 5.5-5.5s5.5 2 5.5 5.5M15.5 5.3a3 3 0 0 1 0 5.4M17 13.8c2.3.6 3.5 2.5 3.5 5.2';
export const phone =
  'M6.6 4h2.5l1.5 4-2 1.6a12.4 12.4 0 0 0 5.8 5.8l1.6-2 4 1.5v2.5a2 2 0 0 1-2.1 2A15.4 15.4 0 0 1 4.6 6.1a2 2 0 0 1 2-2.1z';
export const pin =
  'M12 20.5s-6.5-5.6-6.5-10.6a6.5 6.5 0 0 1 13 0c0 5-6.5 10.6-6.5 10.6zM12 7.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 0 0 0-4.8z';
export const printer =
  'M7.5 9V4.5h9V9M7.5 16H5a1 1 0 0 1-1-1v-5a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-2.5M7.5 13.5h9v6h-9z';
export const refresh = 'M19 12a7 7 0 1 1-2-5l2 2M19 4.5V9h-4.5';
export const search = 'M10.5 4.5a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM15 15l5 5';
export const share = 'M12 14.5V4.5M8 8l4-4 4 4M6 12v7h12v-7';
export const sound = 'M5 9.5h3l4-3.5v12l-4-3.5H5zM15.5 9.5a3.6 3.6 0 0 1 0 5M18 7a7 7 0 0 1 0 10';
export const speech =
  'M6 5h12a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-6l-4.5 3.5V16H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM8 9.2h8M8 12h5';
export const tag = 'M4.5 5.5v6l8 8 7-7-8-8h-6a1 1 0 0 0-1 1zM8.5 8.5v.1';
export const wheelchair = 'M11 4.6v.1M11 8v5.5h4.5l2.5 5 1.5-.6M11 10.3h4M8.6 10.8a4.8 4.8 0 1 0 6 6.4';
