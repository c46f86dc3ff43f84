"""The languages that the shipped vocabulary speaks."""

from bot.messages import tongue_in
from index.reading.files import read_files, shipped_data
from index.reading.findings import Findings
from index.reading.vocabulary import read_vocabulary

LANGUAGES = read_vocabulary(read_files(shipped_data())[0], Findings([])).languages
ENGLISH = tongue_in(LANGUAGES, "en")
FRENCH = tongue_in(LANGUAGES, "fr")
