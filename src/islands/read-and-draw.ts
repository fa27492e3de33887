/**
 * Island: reads a question aloud and lets a child draw on the screen, on the pages that a pupil opens; HTML can do
 * neither. Without it the words are there to read, and a picture is chosen as a file.
 */

/** A button beside each question, where the browser has a voice. */
function offerReading(): void {
  if (!('speechSynthesis' in window)) return;
  for (const place of document.querySelectorAll<HTMLElement>('[data-read]')) {
    const button = aButton('Read aloud', () => {
      speechSynthesis.cancel();
      const spoken = new SpeechSynthesisUtterance(place.dataset.read);
      spoken.lang = 'en-GB';
      spoken.rate = 0.9;
      speechSynthesis.speak(spoken);
    });
    const about = document.createElement('span');
    about.className = 'govuk-visually-hidden';
    about.textContent = `: ${place.dataset.read}`;
    button.append(about);
    place.prepend(button);
  }
}

function aButton(words: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'read-aloud';
  button.textContent = words;
  button.addEventListener('click', act);
  return button;
}

/** A sheet to draw on. What is drawn becomes the file of the form, as a PNG. */
function offerDrawing(): void {
  const place = document.querySelector<HTMLElement>('[data-draw]');
  const input = place?.querySelector<HTMLInputElement>('input[type=file]');
  const sheet = document.createElement('canvas');
  const pen = sheet.getContext('2d');
  if (!place || !input || !pen) return;
  Object.assign(sheet, { width: 900, height: 600, className: 'sheet-to-draw' });
  sheet.setAttribute('role', 'img');
  sheet.setAttribute(
    'aria-label',
    'A sheet to draw on with a finger, a pen or a mouse. Or choose a file below',
  );
  const clear = (): void => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, sheet.width, sheet.height);
    input.value = '';
  };
  const at = ({ clientX, clientY }: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = sheet.getBoundingClientRect();
    return [((clientX - left) * sheet.width) / width, ((clientY - top) * sheet.height) / height];
  };
  const keep = (): void =>
    sheet.toBlob((blob) => {
      if (!blob) return;
      const files = new DataTransfer();
      files.items.add(new File([blob], 'drawing.png', { type: 'image/png' }));
      input.files = files.files;
    });
  sheet.addEventListener('pointerdown', (event) => {
    sheet.setPointerCapture(event.pointerId);
    Object.assign(pen, { lineWidth: 7, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1c2126' });
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  sheet.addEventListener('pointermove', (event) => {
    if (!sheet.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...at(event));
    pen.stroke();
  });
  sheet.addEventListener('pointerup', keep);
  clear();
  place.prepend(sheet, aButton('Start the drawing again', clear));
}

export function readAndDraw(): void {
  offerReading();
  offerDrawing();
}
