"""Korean for every family: particles that agree with the word before them, and names that several families use.

A family's own names and sentences stand in its `korean.py`.
"""

PARTICLES = {  # after a final consonant, after a vowel
    "을": ("을", "를"),
    "이": ("이", "가"),
    "은": ("은", "는"),
    "과": ("과", "와"),
    "이라": ("이라", "라"),
    "으로": ("으로", "로"),
    "아": ("아", "야"),
}
RIEUL = 8  # ㄹ among the final consonants: 으로 becomes 로 after it
DIGIT_ENDS = {"0": 21, "1": 8, "2": 0, "3": 16, "4": 0, "5": 0, "6": 1, "7": 8, "8": 8, "9": 0}  # 영 일 이 삼 …
LETTER_ENDS = {"l": 8, "m": 16, "n": 4, "r": 8}  # 엘 엠 엔 알


def final_consonant(word: str) -> int:
    """Index of the last syllable's final consonant as it is read aloud, 0 for none (Unicode 3.12)."""
    spoken = [c for c in word.lower() if c.isalnum()]
    if not spoken:
        raise ValueError(f"{word!r} has no letter that a particle could follow")
    last = spoken[-1]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28
    return DIGIT_ENDS.get(last, LETTER_ENDS.get(last, 0))


def particle(word: str, kind: str) -> str:
    """The form of a particle that follows `word`; `kind` is its form after a consonant: 을, 이, 은, 과, 으로 …

    >>> particle("여우", "을"), particle("곰", "을"), particle("연필", "으로")
    ('를', '을', '로')
    """
    if kind not in PARTICLES:
        raise ValueError(f"particle {kind!r} is not known; give one of {', '.join(PARTICLES)}")
    end = final_consonant(word)
    closed = end != 0 and not (kind == "으로" and end == RIEUL)
    return PARTICLES[kind][0 if closed else 1]


def with_particle(word: str, kind: str) -> str:
    """`word` and the particle that fits it: "여우를", "곰을", "'openai'가"."""
    return word + particle(word, kind)


COLORS = {  # (before a noun: "빨간 모자", as a noun: "빨간색")
    "red": ("빨간", "빨간색"),
    "yellow": ("노란", "노란색"),
    "blue": ("파란", "파란색"),
    "green": ("초록", "초록색"),
    "purple": ("보라", "보라색"),
    "orange": ("주황", "주황색"),
    "white": ("하얀", "하얀색"),
    "black": ("검은", "검은색"),
    "gray": ("회색", "회색"),
    "beige": ("베이지색", "베이지색"),
    "olive": ("올리브색", "올리브색"),
    "pink": ("분홍", "분홍색"),
    "gold": ("금색", "금색"),
}

COUNTS = ("하나", "둘", "셋", "넷", "다섯", "여섯")  # as nouns
COUNTERS = ("한", "두", "세", "네", "다섯", "여섯")  # before a counting word: 컵 세 개

NAMES = {
    "accordion": "아코디언",
    "alpaca": "알파카",
    "apple": "사과",
    "armchair": "안락의자",
    "avocado": "아보카도",
    "backpack": "배낭",
    "ball": "공",
    "banana": "바나나",
    "bear": "곰",
    "bell": "종",
    "bicycle": "자전거",
    "book": "책",
    "brain coral": "뇌산호",
    "broom": "빗자루",
    "bus": "버스",
    "butterfly wing": "나비 날개",
    "button": "단추",
    "cactus": "선인장",
    "cake": "케이크",
    "camera": "카메라",
    "candle": "양초",
    "capybara": "카피바라",
    "car": "자동차",
    "carrot": "당근",
    "castle": "성",
    "cat": "고양이",
    "chair": "의자",
    "clock": "시계",
    "cookie": "쿠키",
    "cougar": "퓨마",
    "cow": "소",
    "crab": "게",
    "cucumber": "오이",
    "cup": "컵",
    "daikon radish": "무",
    "deer": "사슴",
    "dog": "개",
    "door": "문",
    "doughnut": "도넛",
    "drum": "북",
    "duck": "오리",
    "eagle": "독수리",
    "earth": "지구",
    "egg": "달걀",
    "eggplant": "가지",
    "elephant": "코끼리",
    "flamingo": "홍학",
    "flower": "꽃",
    "fox": "여우",
    "frog": "개구리",
    "giraffe": "기린",
    "guitar": "기타",
    "harp": "하프",
    "heart": "하트",
    "hedgehog": "고슴도치",
    "house": "집",
    "ice": "얼음",
    "jellyfish": "해파리",
    "kangaroo": "캥거루",
    "key": "열쇠",
    "kite": "연",
    "kiwi": "키위",
    "koala": "코알라",
    "lamp": "램프",
    "leaf": "나뭇잎",
    "leather jacket": "가죽 재킷",
    "lemon": "레몬",
    "lion": "사자",
    "mirror": "거울",
    "mouse": "쥐",
    "mushroom": "버섯",
    "octopus": "문어",
    "onion": "양파",
    "orchid": "난초",
    "owl": "부엉이",
    "panda": "판다",
    "pangolin": "천산갑",
    "parrot": "앵무새",
    "peach": "복숭아",
    "peacock": "공작",
    "pear": "배",
    "penguin": "펭귄",
    "pig": "돼지",
    "pineapple": "파인애플",
    "pizza": "피자",
    "purse": "지갑",
    "rabbit": "토끼",
    "robot": "로봇",
    "rocket": "로켓",
    "rose": "장미",
    "rubik's cube": "루빅큐브",
    "sailboat": "돛단배",
    "snail": "달팽이",
    "snake": "뱀",
    "snowman": "눈사람",
    "soda can": "음료수 캔",
    "sphere": "구",
    "square": "사각형",
    "star": "별",
    "strawberry": "딸기",
    "succulent": "다육식물",
    "sun": "해",
    "swan": "백조",
    "t-shirt": "티셔츠",
    "tapir": "맥",
    "teapot": "찻주전자",
    "teddy bear": "곰 인형",
    "television": "텔레비전",
    "tiger": "호랑이",
    "train": "기차",
    "tree": "나무",
    "turtle": "거북이",
    "umbrella": "우산",
    "venus": "금성",
    "violin": "바이올린",
    "waffle": "와플",
    "watermelon": "수박",
    "wolf": "늑대",
    "zebra": "얼룩말",
    # mediums
    "black and white photograph": "흑백 사진",
    "chalk drawing": "분필 그림",
    "illustration": "일러스트",
    "neon sign": "네온사인",
    "painting": "그림",
    "pencil sketch": "연필 스케치",
    "pixel art illustration": "픽셀 아트 일러스트",
    "postage stamp": "우표",
    "poster": "포스터",
    "sepia tone photograph": "세피아 톤 사진",
    "stained glass window": "스테인드글라스 창",
    "ukiyo-e print": "우키요에 판화",
}
