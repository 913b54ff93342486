const PATHS = {
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2',
  hangUp: 'M3.5 14.5a13 13 0 0 1 17 0l-2 3.5-4-1.5v-3a9 9 0 0 0-5 0v3l-4 1.5z',
  microphone: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
  microphoneOff:
    'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M4 3l16 18',
  camera: 'M3 7h12v10H3zM15 11l6-3.5v9L15 13',
  cameraOff: 'M3 7h12v10H3zM15 11l6-3.5v9L15 13M3 3l18 18',
  pen: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
} as const;

/** A line drawing beside words and never instead of them. */
export function CallIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="call-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
