const [WIDTH, HEIGHT] = [640, 360];

/** A picture with a word on it, made here: the console asks nobody else for one. */
export function drawPicture(word: string, colours: readonly [string, string]): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen) paint(pen, word, colours);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(new File([blob], `${word.toLowerCase().replaceAll(' ', '-')}.png`, { type: 'image/png' }));
      else reject(new Error('This browser draws no pictures'));
    }, 'image/png');
  });
}

function paint(pen: CanvasRenderingContext2D, word: string, [from, to]: readonly [string, string]) {
  const sky = pen.createLinearGradient(0, 0, WIDTH, HEIGHT);
  sky.addColorStop(0, from);
  sky.addColorStop(1, to);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  paintBike(pen);
  pen.fillStyle = 'white';
  pen.font = '600 34px system-ui, sans-serif';
  pen.fillText(word, 36, 64);
}

function paintBike(pen: CanvasRenderingContext2D) {
  pen.strokeStyle = 'rgb(255 255 255 / 85%)';
  pen.lineWidth = 9;
  pen.lineCap = pen.lineJoin = 'round';
  for (const x of [215, 425]) {
    pen.beginPath();
    pen.arc(x, 250, 68, 0, Math.PI * 2);
    pen.stroke();
  }
  pen.beginPath();
  // Rear hub, seat, head, bottom bracket: the frame in one line, then fork, bar and saddle.
  const lines: readonly (readonly [number, number])[] = [
    [215, 250],
    [280, 160],
    [390, 160],
    [310, 250],
    [215, 250],
  ];
  for (const [x, y] of lines) pen.lineTo(x, y);
  pen.moveTo(425, 250);
  pen.lineTo(380, 125);
  pen.lineTo(415, 118);
  pen.moveTo(310, 250);
  pen.lineTo(272, 138);
  pen.moveTo(250, 138);
  pen.lineTo(296, 138);
  pen.stroke();
}
