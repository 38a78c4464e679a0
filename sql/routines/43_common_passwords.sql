-- What many people choose, here and elsewhere: passwords, rows of keys, words of every office. Folded: lower case, no accents, no
-- blanks. A password that is little more than these is refused; it is a selection of our own and may grow.

DELETE FROM core.common_password;
INSERT INTO core.common_password (word)
SELECT unnest(ARRAY[
    '000000', '0123456789', '0987654321', '102030', '111111', '112233', '123123', '123321', '123456', '1234567', '12345678',
    '123456789', '1234567890', '147258369', '159753', '1q2w3e4r', '1qaz2wsx', '666666', '888888', '987654321', '9876543210',
    '999999', 'a123456', 'aa123456', 'abc', 'abc123', 'abcd', 'abcd1234', 'abcdef', 'abcdefgh', 'admin', 'administrator',
    'anhyeu', 'anhyeuem', 'arsenal', 'asd', 'asdfgh', 'asdfghjkl', 'bacho', 'barcelona', 'batman', 'beyeu', 'bui', 'canbo',
    'cantho', 'changeme', 'chelsea', 'chibo', 'chinhquyen', 'chucmungnammoi', 'chutich', 'chuyenvien', 'cobe', 'computer',
    'congai', 'congchuc', 'congdoan', 'contrai', 'conyeu', 'danang', 'dang', 'dangnhap', 'danguy', 'dangvien', 'default',
    'demo', 'doanthanhnien', 'doimatkhau', 'dongho', 'doraemon', 'dragon', 'emyeu', 'emyeuanh', 'facebook', 'football',
    'giadinh', 'giamdoc', 'gmail', 'google', 'guest', 'haibabon', 'haiphong', 'hanhchinh', 'hanhphuc', 'hanoi', 'hdnd',
    'hoahong', 'hoang', 'hoasen', 'hochiminh', 'hoidongnhandan', 'hoten', 'hovaten', 'huyen', 'iloveyou', 'internet',
    'iphone', 'khenthuong', 'khongbiet', 'khongco', 'khongnho', 'letmein', 'liverpool', 'login', 'love', 'loveyou', 'mai',
    'maimai', 'mainhe', 'manchester', 'master', 'matkhau', 'matkhaucu', 'matkhaumoi', 'matma', 'maydo', 'maymanloc',
    'monkey', 'motbahai', 'motha', 'motmot', 'motmothai', 'motngay', 'motnhai', 'nam', 'namoiphatdat', 'naruto', 'ngay',
    'nguoidung', 'nguyen', 'nhanuoc', 'nhanvien', 'nhanvienmoi', 'noivu', 'oto', 'pass', 'passw0rd', 'passwd', 'password',
    'pham', 'phan', 'phatdat', 'phatloc', 'phattai', 'phochutich', 'phongnoivu', 'phongtrao', 'phongtraothidua', 'phuong',
    'pokemon', 'princess', 'qazwsx', 'quan', 'quenmatkhau', 'quenroi', 'qwe', 'qwerty', 'qwertyuiop', 'realmadrid', 'root',
    'saigon', 'samsung', 'secret', 'server', 'shadow', 'sonoivu', 'sunshine', 'superman', 'system', 'taikhoan', 'test',
    'testing', 'tet', 'thang', 'thanhcong', 'thidua', 'thiduakhenthuong', 'thitran', 'thu', 'thukyhoidong', 'tinh',
    'tinhyeu', 'tinhyeuvietnam', 'tphcm', 'tran', 'truongphong', 'ubnd', 'ubndhuyen', 'ubndtinh', 'ubndxa', 'user',
    'uybannhandan', 'vanphong', 'vanphongubnd', 'vanthu', 'vienchuc', 'vietnam', 'vietnamese', 'vochong', 'welcome',
    'windows', 'xemay', 'xuan', 'yahoo', 'yeuanh', 'yeuem', 'zalo', 'zxc', 'zxcvbn', 'zxcvbnm'
]);
